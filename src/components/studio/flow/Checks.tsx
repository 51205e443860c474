'use client'

import { useId, type ReactNode } from 'react'
import { toggled } from '../../../domain/workflow/edit'
import { Check } from '../kit'
import { useSay } from '../words'

type Props<T extends string> = { label: string; hint?: ReactNode; all: readonly T[]; chosen: readonly T[]; nameOf: (value: T) => ReactNode; onChange: (chosen: T[]) => void }

/** Several of a closed list, each with its words. */
export const CheckList = <T extends string>({ label, hint, all, chosen, nameOf, onChange }: Props<T>) => {
  const id = useId()
  return (
    <fieldset className="flow-checks" aria-describedby={hint ? id : undefined}>
      <legend className="sr">{label}</legend>
      {hint ? <p className="hint small muted" id={id}>{hint}</p> : null}
      {all.map((value) => <Check key={value} label={nameOf(value)} checked={chosen.includes(value)} onChange={() => onChange(toggled(all, chosen, value))} />)}
    </fieldset>
  )
}

/** A part of an act: what holds in words, and the means to change it folded below. */
export const Part = ({ title, canEdit, lines, children }: { title: string; canEdit: boolean; lines: readonly ReactNode[]; children: ReactNode }) => {
  const studio = useSay('studio')
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <ul className="stack-xs">{lines.map((line, at) => <li key={at}>{line}</li>)}</ul>
        {canEdit ? <details className="flow-change"><summary>{studio('act.edit')}<span className="sr">{` · ${title}`}</span></summary><div className="flow-change-body">{children}</div></details> : null}
      </dd>
    </div>
  )
}
