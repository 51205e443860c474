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
  const all = wantsAll || !offered.length || (sheet.category !== '' && !offered.some(({ id }) => id === sheet.category))
  // Another category asks other questions: their answers go with it.
  const choose = (category: string) => onChange({ category, answers: {} })
  const why = offered.find(({ id }) => id === sheet.category)?.why ?? offered[0]?.why
  return (
    <FieldGroup legend={say('matter.category')} required need={say('common.choose')} fault={fault}>
      <div className="suggest">
        {offered.length ? <Choices name="category" value={sheet.category} options={offered.map(({ id, name, above }) => ({ code: id, label: [...above, name].join(' › ') }))} onChange={choose} /> : null}
        {why ? <p className="hint">{why}</p> : null}
        {all ? (
          <Select aria-label={say('new.allCategories')} value={sheet.category} onChange={(event) => choose(event.target.value)}>
            <option value="">{say('new.chooseCategory')}</option>
            {view.categories.map(({ id, name, depth }) => <option key={id} value={id}>{`${'　'.repeat(depth)}${name}`}</option>)}
          </Select>
        ) : <button className="btn quiet small start" type="button" onClick={() => setWantsAll(true)}>{say('new.otherCategory')}</button>}
      </div>
    </FieldGroup>
  )
}
