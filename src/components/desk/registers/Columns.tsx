'use client'

import type { ColumnVisibilityState } from '@tanstack/react-table'
import { useMemo } from 'react'
import { useStored } from '../hooks/useStored'
import { Icon } from '../ui/icons'
import type { ColumnChoice } from './EntryTable'
import { useRegister } from './words'

const isVisibility = (value: unknown): value is ColumnVisibilityState =>
  typeof value === 'object' && value !== null && Object.values(value).every((shown) => typeof shown === 'boolean')

/** Which columns of this register are shown: kept in this browser. */
export const useChosenColumns = (register: string, atFirst: ColumnVisibilityState) => {
  const text = JSON.stringify(atFirst)
  const fallback = useMemo(() => JSON.parse(text) as ColumnVisibilityState, [text])
  return useStored<ColumnVisibilityState>(`desk:register:${register}`, fallback, isVisibility)
}

type Props = { choices: ColumnChoice[]; value: ColumnVisibilityState; onChange: (value: ColumnVisibilityState) => void }

export const Columns = ({ choices, value, onChange }: Props) => {
  const say = useRegister()
  return (
    <details className="columns">
      <summary className="btn quiet small"><Icon name="columns" />{say('desk.columns')}</summary>
      <div className="menu" role="group" aria-label={say('desk.columns')}>
        {choices.map(({ id, label, fixed }) => (
          <label key={id} className="tick">
            <input type="checkbox" disabled={fixed} checked={fixed || value[id] !== false} onChange={(event) => onChange({ ...value, [id]: event.target.checked })} />{label}
          </label>
        ))}
      </div>
    </details>
  )
}
