'use client'

import type { PackagesView } from '../../../services/structure/package/packagesView'
import { Note } from '../kit'
import { useSay } from '../words'
import { ExportPanel } from './ExportPanel'
import { Recent } from './Recent'
import { UploadPanel } from './UploadPanel'

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
