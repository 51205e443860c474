'use client'

export type SlotOption = { value: string; label: string }

/** A choice inside a sentence. */
export const Slot = ({ name, value, options, onChange }: { name: string; value: string; options: readonly SlotOption[]; onChange: (value: string) => void }) => (
  <select className="slot" aria-label={name} value={value} onChange={(event) => onChange(event.target.value)}>
    {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
  </select>
)
