'use client'

import { useState } from 'react'
import type { NewMatterVM, SuggestAnswer } from '../types'
import { Choices, FieldGroup, Select } from '../ui/Field'
import { useWords } from '../words'
import type { Sheet } from './state'

type CategoryProps = { view: NewMatterVM; sheet: Sheet; suggestions?: SuggestAnswer; fault?: string; onChange: (change: Partial<Sheet>) => void }

/** Likely categories from the words, with why; and the whole list. A person chooses. */
export const CategoryField = ({ view, sheet, suggestions, fault, onChange }: CategoryProps) => {
  const say = useWords()
  const offered = suggestions?.categories ?? []
  const [wantsAll, setWantsAll] = useState(false)
  const chosen = offered.find(({ id }) => id === sheet.category)
  const all = wantsAll || !offered.length || (sheet.category !== '' && !chosen)
  // Another category asks other questions: their answers go with it.
  const choose = (category: string) => onChange({ category, answers: {} })
  return (
    <FieldGroup legend={say('matter.category')} required need={say('common.choose')} fault={fault}>
      <div className="suggest">
        {offered.length ? <Choices name="category" value={sheet.category} options={offered.map(({ id, name, above }) => ({ code: id, label: [...above, name].join(' › ') }))} onChange={choose} /> : null}
        <p className="hint">{(chosen ?? offered[0])?.why}</p>
        {all ? <AllCategories view={view} value={sheet.category} onChange={choose} /> : <button className="btn quiet small start" type="button" onClick={() => setWantsAll(true)}>{say('new.otherCategory')}</button>}
      </div>
    </FieldGroup>
  )
}

const AllCategories = ({ view, value, onChange }: { view: NewMatterVM; value: string; onChange: (category: string) => void }) => {
  const say = useWords()
  return (
    <Select aria-label={say('new.allCategories')} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{say('new.chooseCategory')}</option>
      {view.categories.map(({ id, name, depth }) => <option key={id} value={id}>{`${'　'.repeat(depth)}${name}`}</option>)}
    </Select>
  )
}
