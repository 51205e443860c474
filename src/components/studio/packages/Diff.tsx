'use client'

import { useState } from 'react'
import type { LineView, SectionView } from '../../../services/structure/package/importView'
import { Check } from '../kit'
import { useSay } from '../words'
import { DiffSection } from './DiffSection'

type Kind = LineView['kind']
const KINDS: readonly Kind[] = ['added', 'changed', 'removed']

/** So few differences are read at once; of more, only what takes something away stands open. */
const FEW = 25
/** One office put in place of another takes something away nearly everywhere: so many of those sections stand open. */
const MOST_OPEN = 4

const weighs = ({ removed, inUse }: SectionView): boolean => removed > 0 || inUse > 0

const openAtFirst = (sections: readonly SectionView[]): string[] => {
  const few = sections.reduce((sum, { lines }) => sum + lines.length, 0) <= FEW
  return (few ? sections : sections.filter(weighs).slice(0, MOST_OPEN)).map(({ key }) => key)
}

/** What a section holds, in numbers. */
const Counts = ({ section }: { section: SectionView }) => {
  const say = useSay('packages')
  const said = KINDS.filter((kind) => section[kind] > 0).map((kind) => `${say(`import.${kind}`)} ${section[kind]}`)
  return <small className="muted">{[...said, ...(section.inUse > 0 ? [`${say('import.inUse')} ${section.inUse}`] : [])].join(say('path.joint'))}</small>
}

/** Everything a file would change, section by section: what takes something away first. */
export const Diff = ({ sections }: { sections: readonly SectionView[] }) => {
  const say = useSay('packages')
  const [shown, setShown] = useState<readonly Kind[]>(KINDS)
  const [open, setOpen] = useState<readonly string[]>(() => openAtFirst(sections))
  // Whoever asks for all means every row, not another button in each section.
  const [whole, setWhole] = useState(false)
  const count = (kind: Kind) => sections.reduce((sum, section) => sum + section[kind], 0)
  const own = [...sections.filter(weighs), ...sections.filter((section) => !weighs(section))].filter((section) => shown.some((kind) => section[kind] > 0))
  const all = own.every(({ key }) => open.includes(key))
  const toggle = (key: string, on: boolean) => setOpen((now) => (on ? [...now.filter((one) => one !== key), key] : now.filter((one) => one !== key)))
  return (
    <>
      <section className="panel" aria-labelledby="diff">
        <div className="panel-head">
          <h2 id="diff">{say('import.diff')}</h2>
          <fieldset className="bar push">
            <legend className="sr">{say('import.onlyShow')}</legend>
            {KINDS.map((kind) => <Check key={kind} label={`${say(`import.${kind}`)} ${count(kind)}`} checked={shown.includes(kind)} onChange={(on) => setShown(on ? [...shown, kind] : shown.filter((one) => one !== kind))} />)}
          </fieldset>
        </div>
        {own.length === 0 ? <p className="panel-pad muted">{say('import.noneShown')}</p> : (
          <nav aria-label={say('import.parts')}>
            <ul className="diff-parts">{own.map((section) => <li key={section.key}><a href={`#part-${section.key}`} onClick={() => toggle(section.key, true)}>{section.name}</a> <Counts section={section} /></li>)}</ul>
          </nav>
        )}
        {own.length > 1 ? <p className="panel-pad"><button type="button" className="btn btn-small" onClick={() => { setOpen(all ? [] : own.map(({ key }) => key)); setWhole(!all) }}>{say(all ? 'import.foldAll' : 'import.openAll')}</button></p> : null}
      </section>
      <div className="panel">
        {own.map((section) => (
        <details key={section.key} className="diff-part" open={open.includes(section.key)} onToggle={(event) => toggle(section.key, event.currentTarget.open)}>
          <summary id={`part-${section.key}`}><b>{section.name}</b> <Counts section={section} /></summary>
          <DiffSection name={section.name} whole={whole} lines={section.lines.filter(({ kind }) => shown.includes(kind))} />
        </details>
      ))}
      </div>
    </>
  )
}
