'use client'

import type { InputValue, InputVM, PartyValue, PhotoVM, PickedVM } from '../../types'
import { Choices, Field, FieldGroup } from '../../ui/Field'
import { Picker } from '../../ui/Picker'
import { useWords } from '../../words'
import { MinutesInput } from './MinutesInput'
import { PartiesInput } from './PartiesInput'
import { PhotosInput } from './PhotosInput'
import { RatingInput } from './RatingInput'
import { TextInput } from './TextInput'

type ControlProps = { input: InputVM; value: InputValue; fault?: string; matter: string; onChange: (value: InputValue) => void }

const PICKS = { lead: 'lead', matter: 'matter', person: 'person' } as const

/** One input of an action, by its kind. */
export const InputControl = ({ input, value, fault, matter, onChange }: ControlProps) => {
  const say = useWords()
  const shared = { required: input.required, fault, hint: input.help }
  switch (input.kind) {
    case 'text':
      return <TextInput input={input} value={typeof value === 'string' ? value : ''} fault={fault} onChange={onChange} />
    case 'choice':
      return (
        <FieldGroup legend={input.label} need={input.required ? say('common.choose') : undefined} {...shared} full>
          <Choices name={input.key} options={input.options ?? []} value={typeof value === 'string' ? value : null} onChange={onChange} />
        </FieldGroup>
      )
    case 'lead':
    case 'matter':
    case 'person':
      return (
        <Field label={input.label} need={input.required ? say('common.choose') : undefined} {...shared}>
          {(control) => (
            <Picker control={control} kind={input.role === 'verifier' ? 'verifier' : PICKS[input.kind as keyof typeof PICKS]} matter={matter} offers={input.offers}
              value={value as PickedVM | null} onChange={onChange} />
          )}
        </Field>
      )
    case 'parties':
      return <PartiesInput input={input} value={(value ?? []) as PartyValue[]} fault={fault} matter={matter} onChange={onChange} />
    case 'photos':
      return <PhotosInput input={input} value={(value ?? []) as PhotoVM[]} fault={fault} matter={matter} onChange={onChange} />
    case 'minutes':
      return <MinutesInput input={input} value={typeof value === 'number' ? value : null} fault={fault} onChange={onChange} />
    case 'rating':
      return <RatingInput input={input} value={typeof value === 'number' ? value : null} fault={fault} onChange={onChange} />
  }
}
