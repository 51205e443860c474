'use client'

import { useState } from 'react'
import { Mark, Note } from '../kit'
import { useSay, useStudio } from '../words'
import type { Importing } from './useImport'

const COUNTS = [['added', 'ok'], ['changed', 'info'], ['removed', 'stop'], ['inUse', 'warn']] as const

/** What the file is, what was checked, and how much it would change. */
export const FilePanel = ({ work: { view, busy, compare } }: { work: Importing }) => {
  const say = useSay('packages')
  const { lang } = useStudio()
  const { file, counts, name, closed } = view
  // What was just chosen shows at once; the comparison it asks for takes a moment.
  const [chosen, setChosen] = useState<boolean>()
  const choose = async (remove: boolean) => {
    setChosen(remove)
    await compare(remove)
    setChosen(undefined)
  }
  if (!file) return null
  return (
    <section className="panel panel-pad stack" aria-labelledby="file">
      <div className="cols cols-even">
        <div>
          <h2 id="file" className="long">{name}</h2>
          <dl className="facts small">
            <dt>{say('import.from')}</dt><dd>{file.from}{lang === 'zh' ? '，' : ', '}{say(file.part ? 'import.part' : 'import.whole')}</dd>
            <dt>{say('import.format')}</dt><dd>{file.upgradedFrom === undefined ? say('import.formatNow', { version: file.version }) : say('import.formatUp', { from: file.upgradedFrom, version: file.version })}</dd>
            <dt>{say('import.without')}</dt><dd>{say('import.withoutWhat')}</dd>
            <dt>{say('import.check')}</dt><dd><Mark tone="ok">{say('import.checkOk')}</Mark> {say('import.checkWords')}</dd>
          </dl>
        </div>
        <dl className="counts package-counts">
          {COUNTS.map(([key, tone]) => <div key={key}><dt><Mark tone={tone}>{say(`import.${key}`)}</Mark></dt><dd>{counts[key]}</dd></div>)}
        </dl>
      </div>
      {file.part ? null : (
        <fieldset className="stack-s" disabled={busy}>
          <legend>{say('import.choice')}</legend>
          <label className="check"><input type="radio" name="remove" checked={!(chosen ?? file.remove)} onChange={() => void choose(false)} /><span>{say('import.keepOthers')}</span></label>
          <label className="check"><input type="radio" name="remove" checked={chosen ?? file.remove} onChange={() => void choose(true)} /><span>{say('import.removeOthers')}</span></label>
        </fieldset>
      )}
      {closed.length > 0 ? <Note tone="info">{say('import.closedTo', { sections: closed.join(say('value.listJoint')) })}</Note> : null}
    </section>
  )
}
