'use client'

import type { FirstScreenVM } from '../types'
import { Icon, type IconName } from '../ui/icons'
import { Hidden } from '../ui/marks'
import { useWords } from '../words'

const ICONS: Record<FirstScreenVM['tallies'][number]['key'], IconName> = { late: 'alert', soon: 'clock', turn: 'inbox', nobody: 'nobody', back: 'back', mine: 'person' }

/** Five numbers, each a link to its rows. Only what is late or nearly so has a colour, and only when there is any. */
export const Tally = ({ tallies }: Pick<FirstScreenVM, 'tallies'>) => {
  const say = useWords()
  return (
    <ul className="tally" aria-label={say('first.tallies')}>
      {tallies.map(({ key, count, note, href }) => (
        <li key={key}>
          <a href={href} data-tone={count > 0 && (key === 'late' || key === 'soon') ? key : undefined}>
            <span className="figure">{count}<Hidden>{say('first.pieces')}</Hidden></span>
            <span className="name"><Icon name={ICONS[key]} />{say(`first.tally.${key}`)}</span>
            <small>{note ?? (count === 0 ? say(`first.none.${key}`) : '')}</small>
          </a>
        </li>
      ))}
    </ul>
  )
}
