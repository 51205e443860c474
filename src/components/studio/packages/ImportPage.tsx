'use client'

import type { ImportView } from '../../../services/structure/package/importView'
import { FaultNote, Mark, Note } from '../kit'
import { useSay } from '../words'
import { ApplyBar } from './ApplyBar'
import { Diff } from './Diff'
import { FilePanel } from './FilePanel'
import { useImport, type Importing } from './useImport'

const Running = ({ view: { state, progress } }: { view: ImportView }) => {
  const say = useSay('packages')
  return (
    <section className="panel panel-pad stack-s" role="status">
      <p><b>{say(state === 'applying' ? 'import.applying' : 'import.reading')}</b></p>
      {progress ? <progress max={Math.max(1, progress.total)} value={progress.done} aria-label={say('import.applying')} /> : <progress aria-label={say('import.reading')} />}
      {progress ? <p className="small muted">{say('import.progress', { done: progress.done, total: progress.total })}</p> : null}
    </section>
  )
}

const Refused = ({ work: { view: { problems, problemCount }, busy, letGo } }: { work: Importing }) => {
  const say = useSay('packages')
  return (
    <section className="panel" aria-labelledby="refused">
      <div className="panel-head"><h2 id="refused"><Mark tone="stop">{say('import.refusedHead')}</Mark></h2><p>{say('import.refusedCount', { count: problemCount })}</p></div>
      <ul className="issues">
        {problems.map(({ where, what, path }) => <li key={`${path} ${what}`}><p><b>{where}</b> {what}{path ? <><br /><small className="muted">{say('import.position', { path })}</small></> : null}</p></li>)}
      </ul>
      <p className="panel-pad"><button type="button" className="btn" disabled={busy} onClick={() => void letGo()}>{say('import.letGo')}</button></p>
    </section>
  )
}

const Applied = ({ work }: { work: Importing }) => {
  const say = useSay('packages')
  const { view, busy, takeBack } = work
  return (
    <section className="panel panel-pad stack" role="status">
      <h2><Mark tone="ok">{say(view.undone ? 'import.takenBack' : 'import.done')}</Mark></h2>
      {view.undone ? null : <p>{say('import.doneWords', { count: view.counts.added + view.counts.changed + view.counts.removed })}</p>}
      {view.undone || view.closed.length === 0 ? null : <Note tone="info">{say('import.closedTo', { sections: view.closed.join(say('value.listJoint')) })}</Note>}
      <div className="bar">
        {view.undone || !view.batch ? null : <button type="button" className="btn" disabled={busy} onClick={() => void takeBack()}>{say('import.takeBack')}</button>}
        {view.batch ? <a href={`/admin/structure/changes?open=${view.batch}`}>{say('import.see')}</a> : null}
      </div>
    </section>
  )
}

const Ended = ({ work }: { work: Importing }) => {
  const say = useSay('packages')
  const { view } = work
  if (view.state === 'dropped') return <Note tone="info">{say('import.dropped')}</Note>
  if (view.state !== 'failed') return null
  return <Note tone="stop" alert><b>{say('import.failed')}</b> {view.failed}</Note>
}

const decides = ({ state, file }: ImportView): boolean => state === 'staged' || (state === 'failed' && file !== undefined)

const States = ({ work }: { work: Importing }) => {
  const { view } = work
  return (
    <>
      {view.state === 'reading' || view.state === 'applying' ? <Running view={view} /> : null}
      {view.state === 'refused' ? <Refused work={work} /> : null}
      {view.state === 'applied' ? <Applied work={work} /> : null}
      <Ended work={work} />
    </>
  )
}

/** One file on its way into the office: what it would do, and the button that does it. */
export const ImportPage = ({ first }: { first: ImportView }) => {
  const say = useSay('packages')
  const work = useImport(first)
  const { view, fault } = work
  return (
    <>
      <div className="page-head">
        <div><h1>{say('import.heading')}</h1>{decides(view) ? <p>{say('import.unchanged')}</p> : <p>{view.name}</p>}</div>
        <span className="bar"><a className="btn" href="/admin/structure/packages">{say(view.state === 'applied' ? 'import.back' : 'import.another')}</a></span>
      </div>
      <FaultNote fault={fault} />
      <States work={work} />
      {decides(view) ? <FilePanel work={work} /> : null}
      {view.sections.length > 0 ? <Diff key={String(view.file?.remove)} sections={view.sections} /> : null}
      {decides(view) ? <ApplyBar work={work} /> : null}
    </>
  )
}
