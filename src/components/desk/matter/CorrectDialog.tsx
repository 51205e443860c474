'use client'

import { useId, useState } from 'react'
import type { CorrectVM, InputVM } from '../types'
import { Field, FieldGroup, Select } from '../ui/Field'
import { UnitTree, type PickedUnit } from '../ui/UnitTree'
import { useWords } from '../words'
import { ActDialog, reasonOf } from './ActDialog'
import { useBench } from './context'

/** Corrects title, category, type, place. Limits are reckoned again from the start; the dialog says so. */
export const CorrectDialog = ({ correct, onClose }: { correct: CorrectVM; onClose: () => void }) => {
  const say = useWords()
  const { matter } = useBench()
  const tree = useId()
  const [category, setCategory] = useState(correct.category)
  const [type, setType] = useState(correct.type)
  const [unit, setUnit] = useState<PickedUnit | null>(matter.unit ?? null)
  const [walking, setWalking] = useState(false)
  const inputs: InputVM[] = [
    { key: 'title', kind: 'text', role: 'outcome', label: say('matter.title'), required: true, minLength: 2, maxLength: 120, preset: matter.title },
    { key: 'address', kind: 'text', role: 'outcome', label: say('matter.address'), required: false, maxLength: 200, preset: correct.address },
    reasonOf(say),
  ]
  return (
    <ActDialog title={say('matter.correctTitle')} intro={say('matter.correctWhat')} act="correct" inputs={inputs} extra={{ category, type, unit: unit?.id }}
      doWord={say('matter.correctDo')} said={say('matter.correctDone')} onClose={onClose}>
      <Field label={say('matter.category')} required>
        {(control) => (
          <Select {...control} value={category} onChange={(event) => setCategory(event.target.value)}>
            {correct.categories.map(({ id, name, depth }) => <option key={id} value={id}>{`${'　'.repeat(depth)}${name}`}</option>)}
          </Select>
        )}
      </Field>
      <Field label={say('matter.type')} hint={say('matter.typeHint')}>
        {(control) => (
          <Select {...control} value={type} onChange={(event) => setType(event.target.value)}>
            {correct.types.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </Select>
        )}
      </Field>
      <FieldGroup legend={say('matter.unit')}>
        <p className="row">
          <b>{unit ? [...unit.above.slice(-1), unit.name].join(' › ') : say('matter.noUnit')}</b>
          <button className="btn small" type="button" aria-expanded={walking} aria-controls={tree} onClick={() => setWalking(!walking)}>{say('picker.change')}</button>
        </p>
        <div id={tree}>{walking ? <UnitTree value={unit} onChange={setUnit} /> : null}</div>
      </FieldGroup>
    </ActDialog>
  )
}
