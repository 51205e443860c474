'use client'

import type { InputVM } from '../../types'
import { Choices, FieldGroup } from '../../ui/Field'
import { useDesk } from '../../words'

type RatingProps = { input: InputVM; value: number | null; fault?: string; onChange: (value: number) => void }

/** Satisfaction, each number with its word. */
export const RatingInput = ({ input, value, fault, onChange }: RatingProps) => {
  const { say, sayMaybe } = useDesk()
  const low = input.min ?? 1
  const options = Array.from({ length: (input.max ?? 5) - low + 1 }, (_, index) => {
    const code = String(low + index)
    return { code, label: sayMaybe(`rating.${code}`) ?? say('rating.plain', { n: code }) }
  })
  return (
    <FieldGroup legend={input.label} required={input.required} fault={fault} hint={input.help} full>
      <Choices name={input.key} options={options} value={value === null ? null : String(value)} onChange={(code) => onChange(Number(code))} />
    </FieldGroup>
  )
}
