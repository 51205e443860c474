'use client'

import { useId, useState } from 'react'
import { Field, FieldGroup } from '../ui/Field'
import { Picker } from '../ui/Picker'
import { UnitTree } from '../ui/UnitTree'
import { useWords } from '../words'
import type { Sheet } from './state'

type WhereProps = { sheet: Sheet; required?: boolean; errors: Record<string, string>; onChange: (change: Partial<Sheet>) => void }

/** The place in words, and the unit: found by name or by walking down the tree. */
export const WhereFields = ({ sheet, required, errors, onChange }: WhereProps) => {
  const say = useWords()
  const id = useId()
  const [walking, setWalking] = useState(false)
  const { unit } = sheet
  return (
    <div className="pair">
      <Field label={say('new.where')} hint={say('new.whereHint')} fault={errors.address}>
        {(control) => <input {...control} className="input" value={sheet.address} maxLength={200} autoComplete="off" onChange={(event) => onChange({ address: event.target.value })} />}
      </Field>
      <FieldGroup legend={say('matter.unit')} required={required} fault={errors.unit}>
        <Picker control={{ id }} kind="unit" value={unit ? { kind: 'unit', id: unit.id, name: unit.name, hint: unit.above.slice(-2).join(' › ') } : null}
          onChange={(found) => onChange({ unit: found ? { id: found.id, name: found.name, above: found.hint ? [found.hint] : [] } : null })} />
        <button type="button" className="link" aria-expanded={walking} aria-controls={`${id}-tree`} onClick={() => setWalking(!walking)}>{say('new.walk')}</button>
        <div id={`${id}-tree`}>{walking ? <UnitTree value={unit} onChange={(found) => { onChange({ unit: found }); setWalking(false) }} /> : null}</div>
      </FieldGroup>
    </div>
  )
}
