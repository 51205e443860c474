'use client'

import type { ReactNode } from 'react'
import { PickOne, type Choice } from '../kit'

type Props = { label: ReactNode; value: string; options: readonly Choice[]; onChange: (id: string) => void; hint?: ReactNode; error?: string; placeholder?: string; disabled?: boolean }

/** One out of a long list; no choice is an empty text. */
export const PickField = ({ value, options, onChange, ...field }: Props) => <PickOne {...field} value={value || undefined} choices={options} onChange={(id) => onChange(id ?? '')} />

/** Choices with their codes beside their names. */
export const pickable = (rows: readonly { id: string; name: string; code?: string }[]): Choice[] => rows.map(({ id, name, code }) => (code ? { id, name, hint: code } : { id, name }))
