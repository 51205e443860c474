'use client'

import type { FirstScreenVM } from '../types'
import { dayWord } from '../time'
import { Empty } from '../ui/Empty'
import { Panel } from '../ui/Panel'
import { useDesk } from '../words'

const percent = (part: number, whole: number): string => `${Math.round((part / whole) * 100)}%`

/** What each team has open. Below it, of the last working day: numerator, denominator, then the rate. */
export const TeamsTable = ({ view }: { view: FirstScreenVM }) => {
  const desk = useDesk()
  const { say } = desk
  const { teams, closed } = view
  return (
    <Panel title={say('first.teams')} count={say('first.all', { n: view.total, all: view.total })}>
      {teams.length ? (
        <div className="scroll-x">
          <table className="table plain">
            <thead>
              <tr>
                <th scope="col">{say('first.team')}</th>
                <th scope="col" className="right">{say('first.teamOpen')}</th>
                <th scope="col" className="right">{say('first.teamSoon')}</th>
                <th scope="col" className="right">{say('first.teamLate')}</th>
              </tr>
            </thead>
            <tbody>
              {teams.map(({ id, name, href, open, soon, late }) => (
                <tr key={id ?? 'none'}>
                  <th scope="row"><a href={href}>{name}</a></th>
                  <td className="right">{open}</td>
                  <td className="right">{soon}</td>
                  <td className={late > 0 ? 'right late-text' : 'right'}>{late}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : <Empty icon="nobody" title={say('first.noTeams')} hint={say('first.noTeamsHint')} />}
      {closed && closed.closed > 0 ? (
        <p className="inside small muted">
          {say('first.closed', { day: dayWord(closed.day, desk), n: closed.closed, inTime: closed.inTime, rate: percent(closed.inTime, closed.closed) })}{' '}
          <a href={closed.href}>{say('first.closedLink', { n: closed.closed })}</a>
        </p>
      ) : null}
    </Panel>
  )
}
