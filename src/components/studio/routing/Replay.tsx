'use client'

import { useState } from 'react'
import { canonical } from '../../../domain/canonical'
import type { RoutingSet } from '../../../domain/routing/types'
import type { ReplayAnswer, ShiftRow } from '../../../services/studio/routing/replay'
import { ask, type Fault } from '../api'
import { dayText, FaultNote, Icon, Note } from '../kit'
import { useSay, useStudio } from '../words'

const SHOWN = 3

const Link = ({ href, number, title }: ShiftRow['examples'][number]) => <li><a href={href}>{number}</a> {title}</li>

const Examples = ({ examples }: Pick<ShiftRow, 'examples'>) => {
  const say = useSay('studioRouting')
  if (examples.length === 0) return <span className="small muted">{say('replay.hidden')}</span>
  const rest = examples.slice(SHOWN)
  return (
    <>
      <ul>{examples.slice(0, SHOWN).map((example) => <Link key={example.href} {...example} />)}</ul>
      {rest.length > 0 ? <details className="small"><summary>{say('replay.more', { count: rest.length })}</summary><ul>{rest.map((example) => <Link key={example.href} {...example} />)}</ul></details> : null}
    </>
  )
}

const Table = ({ rows }: Pick<ReplayAnswer, 'rows'>) => {
  const say = useSay('studioRouting')
  return (
    <div className="scroll">
      <table className="stacked" aria-labelledby="past">
        <thead><tr><th scope="col" className="end">{say('replay.count')}</th><th scope="col">{say('replay.from')}</th><th scope="col">{say('replay.to')}</th><th scope="col">{say('replay.why')}</th><th scope="col">{say('replay.examples')}</th></tr></thead>
        <tbody>
          {rows.map(({ count, from, to, why, examples }) => (
            <tr key={`${from} ${to} ${why}`}>
              <td className="end num" data-l={say('replay.count')}><b>{count}</b></td>
              <td data-l={say('replay.from')}><del>{from}</del></td>
              <td data-l={say('replay.to')}><b>{to}</b></td>
              <td data-l={say('replay.why')}>{why}</td>
              <td data-l={say('replay.examples')}><Examples examples={examples} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Outcome = ({ answer }: { answer: ReplayAnswer }) => {
  const say = useSay('studioRouting')
  if (answer.total === 0) return <p className="empty">{say('replay.nothing')}</p>
  return answer.rows.length === 0 ? <p className="empty"><b>{say('replay.unchanged', { total: answer.total })}</b></p> : <Table rows={answer.rows} />
}

const Head = ({ replay }: { replay?: ReplayAnswer }) => {
  const say = useSay('studioRouting')
  const studio = useStudio()
  const day = (at = studio.now): string => dayText(at, studio)
  if (!replay || replay.total === 0) return <><h2 id="past">{say('replay.heading')}</h2><p>{say('replay.lead')}</p></>
  return (
    <>
      <h2 id="past">{replay.moved > 0 ? say('replay.moved', { total: replay.total, count: replay.moved }) : say('replay.heading')}</h2>
      <p>{say('replay.span', { from: day(replay.first), to: day(replay.last), same: replay.same })}{replay.some ? ` · ${say('replay.some')}` : ''}</p>
    </>
  )
}

type Props = { set: RoutingSet; answer: { of: string; replay: ReplayAnswer } | undefined; onAnswer: (answer: { of: string; replay: ReplayAnswer }) => void }

/** What the rules on the screen would have done to the last matters, as a table of changes. */
export const Replay = ({ set, answer, onAnswer }: Props) => {
  const say = useSay('studioRouting')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault>()
  const of = canonical(set.rules)
  const go = async () => {
    setBusy(true)
    const got = await ask<ReplayAnswer>('routing/replay', { method: 'POST', json: { definition: set } })
    setBusy(false)
    setFault(got.ok ? undefined : got.fault)
    if (got.ok) onAnswer({ of, replay: got.data })
  }
  const replay = answer?.replay
  return (
    <section className="panel" aria-labelledby="past">
      <div className="panel-head">
        <Head replay={replay} />
        <button type="button" className="btn btn-small btn-stage push" disabled={busy} onClick={() => void go()}><Icon name="play" />{say(busy ? 'replay.working' : replay ? 'replay.again' : 'replay.go')}</button>
      </div>
      <FaultNote fault={fault} />
      <div role="status">
        {answer && answer.of !== of ? <Note tone="warn">{say('replay.stale')}</Note> : null}
        {replay ? <Outcome answer={replay} /> : null}
      </div>
    </section>
  )
}
