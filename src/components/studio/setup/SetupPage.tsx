'use client'

import type { ReactNode } from 'react'
import type { SetupView } from '../../../services/setup/view'
import { Mark, Note } from '../kit'
import { useSay } from '../words'
import { FinishStep } from './FinishStep'
import { NameStep } from './NameStep'
import { PeopleStep } from './PeopleStep'
import { StartStep } from './StartStep'
import { useKept } from './useKept'
import { WillMake } from './WillMake'

/** One step: its number, what it is for, what it holds. */
const Step = ({ id, n, title, lead, children }: { id: string; n: number; title: string; lead: string; children: ReactNode }) => (
  <section className="step" aria-labelledby={`step-${id}`}>
    <span className="step-n" aria-hidden="true">{n}</span>
    <div className="stack"><div><h2 id={`step-${id}`}>{title}</h2><p className="muted">{lead}</p></div>{children}</div>
  </section>
)

const Territory = ({ view }: { view: SetupView }) => {
  const say = useSay('setup')
  return (
    <div className="panel panel-pad stack-s">
      <p>{view.counts.units > 0 ? <Mark tone="ok">{say('land.there', { n: view.counts.units })}</Mark> : <Mark tone="warn">{say('land.none')}</Mark>}</p>
      <p className="bar"><a className="btn" href="/admin/structure/units/import">{say('land.import')}</a><a className="btn" href="/admin/structure/units">{say('land.hand')}</a><a className="btn" href="/admin/structure/levels">{say('land.levels')}</a></p>
      <p className="small muted">{say('land.hint')}</p>
    </div>
  )
}

const WORK = [['categories', 'categories'], ['matterTypes', 'types'], ['forms', 'forms'], ['teams', 'teams'], ['rules', 'routing'], ['limits', 'limits']] as const

/** What is reported and how it is done: what there is of each, and where it is made. */
const Work = ({ view }: { view: SetupView }) => {
  const say = useSay('setup')
  return (
    <ul className="panel setup-work">
      {WORK.map(([key, path]) => {
        const n = view.counts[key]
        return (
          <li key={key}>
            <a href={`/admin/structure/${path}`}><b>{say(`make.${key}`)}</b></a>
            <span className="small muted">{say(`work.${key}`)}</span>
            {n > 0 ? <Mark tone="ok">{say('work.there', { n })}</Mark> : <Mark tone="warn">{say('work.none')}</Mark>}
          </li>
        )
      })}
    </ul>
  )
}

type Part = { key: 'start' | 'named' | 'land' | 'work' | 'people' | 'finish'; has: boolean; body: () => ReactNode }

const Steps = ({ parts, from = 1 }: { parts: readonly Part[]; from?: number }) => {
  const say = useSay('setup')
  return <div>{parts.map(({ key, body }, at) => <Step key={key} id={key} n={from + at} title={say(`${key}.heading`)} lead={say(`${key}.lead`)}>{body()}</Step>)}</div>
}

/** The way from a new office to one that takes its first report; every step keeps what was done and can be left. */
export const SetupPage = ({ view }: { view: SetupView }) => {
  const say = useSay('setup')
  const [chosen, choose, forget] = useKept('start', view.current)
  const { can } = view
  const all: Part[] = [
    { key: 'start', has: can.start, body: () => <StartStep view={view} chosen={chosen} onChoose={choose} onDone={forget} /> },
    { key: 'named', has: can.office, body: () => <NameStep office={view.office} /> },
    { key: 'land', has: can.start, body: () => <Territory view={view} /> },
    { key: 'work', has: can.start, body: () => <Work view={view} /> },
    { key: 'people', has: can.people || can.grant, body: () => <PeopleStep view={view} /> },
    { key: 'finish', has: can.office, body: () => <FinishStep view={view} /> },
  ]
  const parts = all.filter(({ has }) => has)
  return (
    <>
      <div className="page-head"><div><h1>{say('heading')}</h1><p>{say(can.office ? 'lead' : 'leadPart')}</p></div></div>
      {view.state === 'done' && view.unready.length === 0 && can.office ? <Note tone="info">{say('isDone')} <a href="/admin/structure">{say('overview')}</a></Note> : null}
      {can.start ? (
        <div className="setup-cols">
          <Steps parts={parts.slice(0, 1)} />
          <WillMake preset={view.presets.find(({ code }) => code === (view.settled ? view.current : chosen))} kept={view.settled !== undefined || chosen === view.current} />
          <Steps parts={parts.slice(1)} from={2} />
        </div>
      ) : <Steps parts={parts} />}
    </>
  )
}
