'use client'

import { useState } from 'react'
import type { PackagesView } from '../../../services/structure/package/packagesView'
import { Check, Icon, Mark } from '../kit'
import { useSay } from '../words'

type Section = PackagesView['sections'][number]['key']

const addressOf = (chosen: readonly Section[] | undefined): string => `/admin/structure/api/packages/export${chosen ? `?sections=${chosen.join(',')}` : ''}`

const Problems = ({ problems }: Pick<PackagesView, 'problems'>) => {
  const say = useSay('packages')
  if (problems.length === 0) return <p className="small"><Mark tone="ok">{say('import.checkOk')}</Mark> {say('export.checked')}</p>
  return (
    <div className="small">
      <p><Mark tone="warn">{say('import.check')}</Mark> {say('export.problems')}</p>
      <ul className="list">{problems.map(({ where, what, path }) => <li key={`${path}${what}`}><b>{where}</b> {what}</li>)}</ul>
    </div>
  )
}

/** The office, or some parts of it, as a file. */
export const ExportPanel = ({ view: { sections, problems } }: { view: PackagesView }) => {
  const say = useSay('packages')
  const [part, setPart] = useState(false)
  const [chosen, setChosen] = useState<readonly Section[]>([])
  const toggle = (key: Section, on: boolean) => setChosen(on ? [...chosen, key] : chosen.filter((one) => one !== key))
  const total = sections.reduce((sum, { count }) => sum + count, 0)
  const none = part && chosen.length === 0
  return (
    <section className="panel panel-pad stack" aria-labelledby="export">
      <h2 id="export">{say('export.heading')}</h2>
      <fieldset className="stack-s">
        <legend className="sr">{say('export.choose')}</legend>
        <label className="check"><input type="radio" name="what" checked={!part} onChange={() => setPart(false)} /><span>{say('export.all')}<small>{say('export.allHint', { count: total })}</small></span></label>
        <label className="check"><input type="radio" name="what" checked={part} onChange={() => setPart(true)} /><span>{say('export.part')}<small>{say('export.needs')}</small></span></label>
      </fieldset>
      {part ? (
        <fieldset className="package-parts">
          <legend>{say('export.choose')}</legend>
          {sections.map(({ key, name, count }) => (
            <Check key={key} label={name} hint={count === 0 ? say('export.empty') : say('export.rows', { count })} checked={chosen.includes(key)} disabled={count === 0} onChange={(on) => toggle(key, on)} />
          ))}
        </fieldset>
      ) : null}
      <Problems problems={problems} />
      <p className="hint">{say('export.text')}</p>
      <div className="bar">
        {none ? <p className="small muted" role="status">{say('export.none')}</p> : <a className="btn btn-main" href={addressOf(part ? chosen : undefined)} download><Icon name="file" />{say('export.go')}</a>}
      </div>
    </section>
  )
}
