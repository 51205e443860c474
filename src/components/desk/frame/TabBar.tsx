'use client'

import type { DeskFrameVM } from '../types'
import { Icon, type IconName } from '../ui/icons'
import { useWords } from '../words'

const ICONS: Record<'first' | 'queue' | 'new', IconName> = { first: 'home', queue: 'list', new: 'plus' }

/** The navigation on a phone, under the thumb. */
export const TabBar = ({ nav, here }: Pick<DeskFrameVM, 'nav' | 'here'>) => {
  const say = useWords()
  return (
    <nav className="tabbar" aria-label={say('frame.tabbar')}>
      {nav.map(({ key, href, count }) => (
        <a key={key} href={href} aria-current={here === key ? 'page' : undefined}>
          <Icon name={ICONS[key]} />
          <span>{say(key === 'new' ? 'frame.newShort' : `frame.${key}`)}{count ? <span className="count"> {count}</span> : null}</span>
        </a>
      ))}
    </nav>
  )
}
