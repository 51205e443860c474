'use client'

import { useState } from 'react'
import type { LineView, SectionView } from '../../../services/structure/package/importView'
import { Check, Mark } from '../kit'
import { useSay } from '../words'

type Kind = LineView['kind']
const KINDS: readonly Kind[] = ['added', 'changed', 'removed']
const TONES = { added: 'ok', changed: 'info', removed: 'stop' } as const

/** Lines of one section that are shown at first. */
const FIRST = 20

const Values = ({ line, side }: { line: LineView; side: 'before' | 'after' }) => {
  const say = useSay('packages')
  const Tag = side === 'before' ? 'del' : 'ins'
  return (
    <ul className="diff-values">
      {line.values.map((value) => <li key={`${value.label} ${value.after}`}>{value.label} <Tag>{value[side]}</Tag></li>)}
      {side === 'after' && line.more > 0 ? <li className="muted">{say('import.moreValues', { count: line.more })}</li> : null}
      {side === 'after' && line.flight > 0 ? <li className="muted">{say('import.flight', { count: line.flight })}</li> : null}
    </ul>
  )
}

const Before = ({ line }: { line: LineView }) => {
  const say = useSay('packages')
  if (line.kind === 'added') return <span className="muted">{say('import.nothing')}</span>
  if (line.kind === 'changed') return <Values line={line} side="before" />
  return line.uses ? <span>{say('import.usedBy', { places: line.uses })}</span> : <span className="muted">{line.name}</span>
}

const After = ({ line }: { line: LineView }) => {
  const say = useSay('packages')
  if (line.kind === 'added') return <ins>{say('import.newRow')}</ins>
  if (line.kind === 'changed') return <Values line={line} side="after" />
  return line.inUse ? <Mark tone="warn">{line.fate}</Mark> : <span>{line.fate ?? say('import.goneRow')}</span>
}

const Section = ({ section, shown }: { section: SectionView; shown: readonly Kind[] }) => {
  const say = useSay('packages')
  const [all, setAll] = useState(false)
  const own = section.lines.filter(({ kind }) => shown.includes(kind))
  if (own.length === 0) return null
  const counts = KINDS.filter((kind) => section[kind] > 0).map((kind) => `${say(`import.${kind}`)} ${section[kind]}`).join(say('path.joint'))
  return (
    <tbody>
      <tr className="diff-kind"><th colSpan={4} scope="rowgroup">{section.name} <small className="muted">{counts}</small></th></tr>
      {(all ? own : own.slice(0, FIRST)).map((line, at) => (
        <tr key={`${line.kind} ${line.name} ${at}`}>
          <td className="nowrap" data-l={say('import.how')}><Mark tone={TONES[line.kind]}>{say(`import.${line.kind}`)}</Mark></td>
          <td data-l={say('import.what')}>{line.name}</td>
          <td data-l={say('import.now')}><Before line={line} /></td>
          <td data-l={say('import.then')}><After line={line} /></td>
        </tr>
      ))}
      {!all && own.length > FIRST ? <tr><td colSpan={4}><button type="button" className="btn btn-quiet btn-small" onClick={() => setAll(true)}>{say('import.showAll', { count: own.length - FIRST })}</button></td></tr> : null}
    </tbody>
  )
}

/** Everything a file would change, section by section. */
export const DiffTable = ({ sections }: { sections: readonly SectionView[] }) => {
  const say = useSay('packages')
  const [shown, setShown] = useState<readonly Kind[]>(KINDS)
  const count = (kind: Kind) => sections.reduce((sum, section) => sum + section[kind], 0)
  return (
    <div className="panel">
      <div className="panel-head">
        <h2 id="diff">{say('import.diff')}</h2>
        <fieldset className="bar push">
          <legend className="sr">{say('import.onlyShow')}</legend>
          {KINDS.map((kind) => <Check key={kind} label={`${say(`import.${kind}`)} ${count(kind)}`} checked={shown.includes(kind)} onChange={(on) => setShown(on ? [...shown, kind] : shown.filter((one) => one !== kind))} />)}
        </fieldset>
      </div>
      <div className="scroll" role="region" aria-labelledby="diff" tabIndex={0}>
        <table className="diff stacked">
          <thead><tr><th scope="col">{say('import.how')}</th><th scope="col" className="what">{say('import.what')}</th><th scope="col">{say('import.now')}</th><th scope="col">{say('import.then')}</th></tr></thead>
          {sections.map((section) => <Section key={section.key} section={section} shown={shown} />)}
        </table>
      </div>
    </div>
  )
}
