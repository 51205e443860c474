'use client'

import { cadenceText } from '../../../domain/routines/cadenceText'
import { say as wordsIn } from '../../../domain/words'
import type { RoutineLine, RoutinesView } from '../../../services/routines/view'
import { dayText, Icon, Mark, minuteText, Note } from '../kit'
import { useSay, useStudio } from '../words'
import { lateText, RunMark } from './RunMarks'
import { opensText } from './sentence'

const PATH = '/admin/structure/routines'

const Runs = ({ runs }: Pick<RoutineLine, 'runs'>) => {
  const say = useSay('routines')
  const studio = useStudio()
  if (runs.length === 0) return <span className="muted">{say('list.never')}</span>
  return (
    <ul className="run-marks">
      {runs.map((run) => <li key={run.id}><RunMark run={run} say={say} /> <small className="muted">{[dayText(run.dueAt, studio), lateText(run, { say, at: (instant) => minuteText(instant, studio) })].filter(Boolean).join(' · ')}</small></li>)}
    </ul>
  )
}

const Line = ({ line, choices }: { line: RoutineLine; choices: RoutinesView['choices'] }) => {
  const say = useSay('routines')
  const studio = useStudio()
  return (
    <tr className={line.active ? undefined : 'off'}>
      <th scope="row" data-l={say('list.name')}><a href={`${PATH}/${encodeURIComponent(line.code)}`}>{wordsIn(line.name, studio.lang)}</a></th>
      <td data-l={say('list.cadence')}>{line.def ? cadenceText(line.def, say) : <Mark tone="stop">{say('list.broken')}</Mark>}</td>
      <td data-l={say('list.opens')}>{line.def ? opensText(line.def, choices, say) : null}</td>
      <td data-l={say('list.next')} className="num">{line.active ? (line.nextAt === undefined ? <span className="muted">{say('list.noNext')}</span> : minuteText(line.nextAt, studio)) : <Mark tone="none">{say('list.off')}</Mark>}</td>
      <td data-l={say('list.last')}><Runs runs={line.runs} /></td>
    </tr>
  )
}

/** What comes next stands first; what is off, last. */
const inTurn = (lines: readonly RoutineLine[]): RoutineLine[] => {
  const turn = ({ active, nextAt }: RoutineLine): number => (active ? (nextAt ?? Number.MAX_SAFE_INTEGER - 1) : Number.MAX_SAFE_INTEGER)
  return [...lines].sort((one, other) => turn(one) - turn(other))
}

/** Every routine: how often, what it opens, when next, and how the last ones went. */
export const RoutineList = ({ view: { lines, choices, can } }: { view: RoutinesView }) => {
  const say = useSay('routines')
  return (
    <>
      <div className="page-head">
        <div><h1>{say('title')}</h1><p>{say('lead')}</p></div>
        {can.edit ? <a className="btn btn-main push" href={`${PATH}/new`}><Icon name="plus" />{say('list.new')}</a> : null}
      </div>
      {can.edit ? null : <Note tone="info">{say('edit.canOnlyLook')}</Note>}
      <div className="panel">
        {lines.length === 0 ? <p className="empty"><b>{say('list.none')}</b>{say('list.noneLead')}</p> : (
          <div className="scroll" tabIndex={0} role="region" aria-label={say('title')}>
            <table className="stacked routines">
              <thead><tr><th scope="col">{say('list.name')}</th><th scope="col">{say('list.cadence')}</th><th scope="col">{say('list.opens')}</th><th scope="col">{say('list.next')}</th><th scope="col">{say('list.last')}</th></tr></thead>
              <tbody>{inTurn(lines).map((line) => <Line key={line.id} line={line} choices={choices} />)}</tbody>
            </table>
          </div>
        )}
      </div>
    </>
  )
}
