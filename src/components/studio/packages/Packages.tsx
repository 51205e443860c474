'use client'

import type { PackagesView } from '../../../services/structure/package/packagesView'
import { Mark, minuteText, Note } from '../kit'
import { useSay, useStudio } from '../words'
import { ExportPanel } from './ExportPanel'
import { UploadPanel } from './UploadPanel'

const TONES = { reading: 'info', refused: 'stop', staged: 'warn', applying: 'info', applied: 'ok', failed: 'stop', dropped: 'none' } as const

const Recent = ({ recent }: Pick<PackagesView, 'recent'>) => {
  const say = useSay('packages')
  const { lang, timeZone } = useStudio()
  return (
    <section className="panel" aria-labelledby="recent">
      <div className="panel-head"><h2 id="recent">{say('recent.heading')}</h2></div>
      {recent.length === 0 ? <p className="panel-foot small muted">{say('recent.none')}</p> : (
        <ul className="rows package-recent">
          {recent.map(({ id, name, state, at, by }) => (
            <li key={id}><Mark tone={TONES[state]}>{say(`recent.state.${state}`)}</Mark><a href={`/admin/structure/packages/${id}`}>{name || say('title')}</a><span className="muted small">{minuteText(at, { lang, timeZone })} · {by}</span></li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Export, import, and what was imported last. */
export const Packages = ({ view, canImport }: { view: PackagesView; canImport: boolean }) => {
  const say = useSay('packages')
  return (
    <>
      <div className="cols cols-even package-cols">
        <ExportPanel view={view} />
        {canImport ? <UploadPanel maxMB={view.maxMB} /> : <section className="panel panel-pad"><h2>{say('import.heading')}</h2><Note tone="info">{say('readOnly')}</Note></section>}
      </div>
      {canImport ? <Recent recent={view.recent} /> : null}
      <p className="small muted">{say('format.words')} <a href={view.schema}>{say('format.link', { version: view.version })}</a></p>
    </>
  )
}
