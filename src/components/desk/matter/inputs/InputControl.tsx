'use client'

import type { ComponentType } from 'react'
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

const numberOf = (value: InputValue): number | null => (typeof value === 'number' ? value : null)
const textOf = (value: InputValue): string => (typeof value === 'string' ? value : '')
const listOf = <T,>(value: InputValue): T[] => (Array.isArray(value) ? (value as T[]) : [])

const ChoiceControl = ({ input, value, fault, onChange }: ControlProps) => {
  const say = useWords()
  return (
    <FieldGroup legend={input.label} need={input.required ? say('common.choose') : undefined} required={input.required} fault={fault} hint={input.help} full>
      <Choices name={input.key} options={input.options ?? []} value={textOf(value) || null} onChange={onChange} />
    </FieldGroup>
  )
}

const PICKS = { lead: 'lead', matter: 'matter', person: 'person' } as const

const PickControl = ({ input, value, fault, matter, onChange }: ControlProps) => {
  const say = useWords()
  const kind = input.role === 'verifier' ? 'verifier' : PICKS[input.kind as keyof typeof PICKS]
  return (
    <Field label={input.label} need={input.required ? say('common.choose') : undefined} required={input.required} fault={fault} hint={input.help}>
      {(control) => <Picker control={control} kind={kind} matter={matter} offers={input.offers} value={value as PickedVM | null} onChange={onChange} />}
    </Field>
  )
}

const CONTROLS: Record<InputVM['kind'], ComponentType<ControlProps>> = {
  text: ({ value, ...rest }) => <TextInput {...rest} value={textOf(value)} />,
  choice: ChoiceControl,
  lead: PickControl,
  matter: PickControl,
  person: PickControl,
  parties: ({ value, ...rest }) => <PartiesInput {...rest} value={listOf<PartyValue>(value)} />,
  photos: ({ value, ...rest }) => <PhotosInput {...rest} value={listOf<PhotoVM>(value)} />,
  minutes: ({ value, ...rest }) => <MinutesInput {...rest} value={numberOf(value)} />,
  rating: ({ value, ...rest }) => <RatingInput {...rest} value={numberOf(value)} />,
}

/** One input of an action, by its kind. */
export const InputControl = (props: ControlProps) => {
  const Control = CONTROLS[props.input.kind]
  return <Control {...props} />
}
