'use client'

import { clockSaying } from '../clock'
import type { FirstScreenVM, MatterRow } from '../types'
import { Icon, type IconName } from '../ui/icons'
import { Hidden } from '../ui/marks'
import { useDesk, type Desk } from '../words'

const ICONS: Record<FirstScreenVM['tallies'][number]['key'], IconName> = { late: 'alert', soon: 'clock', turn: 'inbox', nobody: 'nobody', back: 'back', mine: 'person' }

/** How the first of a list stands: "最急的超 11 工作时". */
const firstOf = (row: MatterRow | undefined, desk: Desk): string => (row?.clock ? desk.say('first.worst', { left: clockSaying(row.clock, desk, true).text }) : '')

/** The numbers, each a link to its rows. Only what is late or nearly so has a colour, and only when there is any. */
export const Tally = ({ tallies, lists }: Pick<FirstScreenVM, 'tallies' | 'lists'>) => {
  const desk = useDesk()
  const { say } = desk
  return (
    <ul className="tally" aria-label={say('first.tallies')}>
      {tallies.map(({ key, count, note, href }) => (
        <li key={key}>
          <a href={href} data-tone={count > 0 && (key === 'late' || key === 'soon') ? key : undefined}>
            <span className="figure">{count}<Hidden>{say('first.pieces')}</Hidden></span>
            <span className="name"><Icon name={ICONS[key]} />{say(`first.tally.${key}`)}</span>
            <small>{note ?? (count === 0 ? say(`first.none.${key}`) : firstOf(lists[key]?.[0], desk))}</small>
          </a>
        </li>
      ))}
    </ul>
  )
}
