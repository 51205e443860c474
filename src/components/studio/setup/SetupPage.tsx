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
export const Step = ({ n, title, lead, children }: { n: number; title: string; lead: string; children: ReactNode }) => (
  <section className="step" aria-labelledby={`step-${n}`}>
    <span className="step-n" aria-hidden="true">{n}</span>
    <div className="stack"><div><h2 id={`step-${n}`}>{title}</h2><p className="muted">{lead}</p></div>{children}</div>
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

/** The way from a new office to one that takes its first report; every step keeps what was done and can be left. */
export const SetupPage = ({ view }: { view: SetupView }) => {
  const say = useSay('setup')
  const [chosen, choose, forget] = useKept('start', view.current)
  return (
    <>
      <div className="page-head"><div><h1>{say('heading')}</h1><p>{say('lead')}</p></div></div>
      {view.state === 'done' ? <Note tone="info">{say('isDone')} <a href="/admin/structure">{say('overview')}</a></Note> : null}
      <div className="cols cols-try">
        <div>
          {view.can.start ? <Step n={1} title={say('start.heading')} lead={say('start.lead')}><StartStep view={view} chosen={chosen} onChoose={choose} onDone={forget} /></Step> : null}
          {view.can.office ? <Step n={2} title={say('named.heading')} lead={say('named.lead')}><NameStep office={view.office} /></Step> : null}
          {view.can.start ? <Step n={3} title={say('land.heading')} lead={say('land.lead')}><Territory view={view} /></Step> : null}
          {view.can.people || view.can.grant ? <Step n={4} title={say('people.heading')} lead={say('people.lead')}><PeopleStep view={view} /></Step> : null}
          {view.can.office ? <Step n={5} title={say('finish.heading')} lead={say('finish.lead')}><FinishStep view={view} /></Step> : null}
        </div>
        {view.can.start ? <WillMake preset={view.presets.find(({ code }) => code === chosen)} kept={chosen === view.current} /> : null}
      </div>
    </>
  )
}
