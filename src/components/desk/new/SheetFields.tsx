'use client'

import type { ComponentType } from 'react'
import type { FormDef } from '../../../domain/forms/types'
import type { MatterTypeVM, NewMatterVM, SuggestAnswer } from '../types'
import { EntryField } from '../registers/EntryField'
import { Banner } from '../ui/Banner'
import { Field, FieldGroup } from '../ui/Field'
import { Icon } from '../ui/icons'
import { useWords } from '../words'
import { CategoryField } from './CategoryField'
import { ContactFields } from './ContactFields'
import { PhotoFiles } from './PhotoFiles'
import { withEntry, type Sheet } from './state'
import { WhereFields } from './WhereFields'

/** What draws a type's own questions: the same form engine as for residents, given by the page. */
export type QuestionsProps = {
  form: FormDef
  answers: Record<string, unknown>
  errors: Record<string, string>
  onChange: (answers: Record<string, unknown>) => void
}

type FieldsProps = {
  view: NewMatterVM
  sheet: Sheet
  type?: MatterTypeVM
  errors: Record<string, string>
  suggestions?: SuggestAnswer
  onChange: (change: Partial<Sheet>) => void
  Questions?: ComponentType<QuestionsProps>
}

/** The sheet, in the order of a call: who speaks, what, where, what kind, how to reach them. */
export const SheetFields = ({ view, sheet, type, errors, suggestions, onChange, Questions }: FieldsProps) => {
  const say = useWords()
  return (
    <>
      <Sources view={view} value={sheet.source} onChange={(source) => onChange({ source })} fault={errors.source} />
      <div className="form">
        <Field label={say('new.text')} required need={say('new.textNeed')} fault={errors.text}>
          {(control) => <textarea {...control} className="input" rows={4} value={sheet.text} maxLength={5000} onChange={(event) => onChange({ text: event.target.value })} />}
        </Field>
        {suggestions?.urgent ? <Banner tone="warn" live="alert" title={suggestions.urgent} /> : null}
        <WhereFields sheet={sheet} required={type?.unitRequired} errors={errors} onChange={onChange} />
        <CategoryField view={view} sheet={sheet} suggestions={suggestions} fault={errors.category} onChange={onChange} />
        <EntryField key={type?.id} type={type?.id} value={sheet.entry} fault={errors.entry} onRemove={() => onChange({ entry: null })} onChoose={(entry) => onChange(withEntry(sheet, entry))} />
        <OwnQuestions Questions={Questions} type={type} sheet={sheet} errors={errors} onChange={onChange} />
        <div className="pair">
          <Field label={say('new.summary')} hint={say('new.summaryHint')} fault={errors.title}>
            {(control) => <input {...control} className="input" value={sheet.title} maxLength={120} onChange={(event) => onChange({ title: event.target.value })} />}
          </Field>
          <ContactFields contact={sheet.contact} days={view.contactDays} errors={errors} onChange={(contact) => onChange({ contact })} />
        </div>
        <FieldGroup legend={say('new.photos')} hint={say('photos.cleaned')} fault={errors.photos}>
          <PhotoFiles value={sheet.photos} most={type?.maxPhotos ?? 6} onChange={(photos) => onChange({ photos })} />
        </FieldGroup>
      </div>
    </>
  )
}

/** The questions of the matter's own type. */
const OwnQuestions = ({ Questions, type, sheet, errors, onChange }: Pick<FieldsProps, 'Questions' | 'type' | 'sheet' | 'errors' | 'onChange'>) =>
  type?.form && Questions ? <Questions form={type.form} answers={sheet.answers} errors={errors} onChange={(answers) => onChange({ answers })} /> : null

type SourcesProps = { view: NewMatterVM; value: string; fault?: string; onChange: (source: string) => void }

const Sources = ({ view, value, fault, onChange }: SourcesProps) => {
  const say = useWords()
  return (
    <fieldset className="sources">
      <legend className="hidden">{say('new.source')}</legend>
      {view.sources.map(({ id, name, icon }) => (
        <label key={id} className="source">
          <input className="hidden" type="radio" name="source" checked={value === id} onChange={() => onChange(id)} />
          {icon ? <Icon name={icon} /> : null}{name}
        </label>
      ))}
      {fault ? <p className="fault">{fault}</p> : null}
    </fieldset>
  )
}
