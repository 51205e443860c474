'use client'

import type { DeskFrameVM } from '../types'
import { NavIcon } from '../ui/icons'
import { useWords } from '../words'

/** The navigation on a phone, under the thumb. */
export const TabBar = ({ nav, here }: Pick<DeskFrameVM, 'nav' | 'here'>) => {
  const say = useWords()
  return (
    <nav className="tabbar" aria-label={say('frame.tabbar')}>
      {nav.filter(({ place }) => place !== 'menu').map(({ key, name, short, icon, href, count }) => (
        <a key={key} href={href} aria-current={here === key ? 'page' : undefined}>
          <NavIcon name={icon} />
          <span>{short ?? name}{count ? <span className="count"> {count}</span> : null}</span>
        </a>
      ))}
    </nav>
  )
}
