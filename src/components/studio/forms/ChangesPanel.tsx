'use client'

import { useEffect, useState } from 'react'
import { diffForms } from '../../../domain/forms/diff'
import type { FormDef } from '../../../domain/forms/types'
import type { VersionLine } from '../../../services/structure/drafts'
import type { InFlight } from '../../../services/studio/forms/view'
import { ask, type Fault } from '../api'
import { FaultNote, SelectField } from '../kit'
import { useSay } from '../words'
import { useChangeLines, type ChangeLine } from './useChangeLines'

const DRAFT = 'draft'

type Sides = { from: string; to: string }

/** Definitions of published versions, each fetched once, when it is asked for. */
const useVersions = (wanted: readonly string[]) => {
  const [kept, setKept] = useState<Record<string, FormDef>>({})
  const [fault, setFault] = useState<Fault>()
  const missing = wanted.find((id) => id !== DRAFT && id !== '' && !kept[id])
  useEffect(() => {
    if (!missing) return
    const asked = new AbortController()
    void ask<{ definition: FormDef }>(`forms/versions/${missing}`, { signal: asked.signal }).then((answer) => {
      if (answer.ok) setKept((before) => ({ ...before, [missing]: answer.data.definition }))
      else setFault(answer.fault)
    })
    return () => asked.abort()
  }, [missing])
  return { kept, fault }
}

const Side = ({ text, mark }: { text: string | undefined; mark: 'ins' | 'del' }) => {
  const say = useSay('studioForms')
  if (!text) return <span className="muted">{say('changes.nothing')}</span>
  return mark === 'ins' ? <ins>{text}</ins> : <del>{text}</del>
}

const Lines = ({ lines, heads }: { lines: readonly ChangeLine[]; heads: { before: string; after: string } }) => {
  const say = useSay('studioForms')
  return (
    <div className="scroll">
      <table className="stacked">
        <thead><tr><th scope="col">{say('changes.what')}</th><th scope="col">{say('changes.where')}</th><th scope="col">{heads.before}</th><th scope="col">{heads.after}</th></tr></thead>
        <tbody>
          {lines.map(({ id, tag, tone, what, before, after }) => (
            <tr key={id}>
              <td className="nowrap"><span className={`tag is-${tone}`}>{tag}</span></td>
              <td data-l={say('changes.where')}>{what}</td>
              <td data-l={heads.before}><Side text={before} mark="del" /></td>
              <td data-l={heads.after}><Side text={after} mark="ins" /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Props = { draft: FormDef; current: { number: number; definition: FormDef } | undefined; versions: readonly VersionLine[]; inFlight: InFlight }

const Flight = ({ inFlight }: { inFlight: InFlight }) => {
  const say = useSay('studioForms')
  return <p>{inFlight.older > 0 ? say('changes.inFlight', { count: inFlight.older }) : inFlight.all > 0 ? say('changes.running', { count: inFlight.all }) : say('changes.inFlightNone')}</p>
}

/** The two sides that are compared, with their definitions as soon as they are there. */
const useSides = ({ draft, current, versions }: Omit<Props, 'inFlight'>) => {
  const live = versions.find(({ number }) => number === current?.number)?.id ?? ''
  const [chosen, setChosen] = useState<Partial<Sides>>({})
  const sides: Sides = { from: chosen.from ?? live, to: chosen.to ?? DRAFT }
  const { kept, fault } = useVersions([sides.from === live ? '' : sides.from, sides.to === live ? '' : sides.to])
  const defOf = (id: string): FormDef | undefined => (id === DRAFT ? draft : id === live ? current?.definition : kept[id])
  return { sides, fault, before: defOf(sides.from), after: defOf(sides.to), choose: (more: Partial<Sides>) => setChosen({ ...chosen, ...more }) }
}

const Difference = ({ before, after, heads }: { before: FormDef | undefined; after: FormDef | undefined; heads: { before: string; after: string } }) => {
  const say = useSay('studioForms')
  const lines = useChangeLines()
  if (!before || !after) return null
  const changes = diffForms(before, after)
  if (changes.length === 0) return <p className="panel-foot muted">{say('changes.none')}</p>
  return <Lines lines={lines(changes, { before: before.pages, after: after.pages })} heads={heads} />
}

/** What differs between the draft and the version in force, or between any two versions. */
export const ChangesPanel = ({ inFlight, ...given }: Props) => {
  const say = useSay('studioForms')
  const { versions } = given
  const { sides, fault, before, after, choose } = useSides(given)
  const name = (id: string): string => (id === DRAFT ? say('changes.draft') : say('changes.version', { number: versions.find((version) => version.id === id)?.number ?? '' }))
  const choices = versions.map(({ id }) => ({ value: id, label: name(id) }))
  return (
    <section className="panel" aria-labelledby="changes">
      <div className="panel-head"><h2 id="changes" tabIndex={-1}>{say('changes.heading')}</h2><Flight inFlight={inFlight} /></div>
      {versions.length === 0 ? <p className="panel-pad muted">{say('changes.never')}</p> : (
        <>
          <div className="panel-pad forms-versions">
            <SelectField label={say('changes.from')} value={sides.from} options={choices} onChange={(from) => choose({ from })} />
            <SelectField label={say('changes.to')} value={sides.to} options={[{ value: DRAFT, label: say('changes.draft') }, ...choices]} onChange={(to) => choose({ to })} />
          </div>
          <FaultNote fault={fault} />
          <Difference before={before} after={after} heads={{ before: name(sides.from), after: name(sides.to) }} />
        </>
      )}
    </section>
  )
}
