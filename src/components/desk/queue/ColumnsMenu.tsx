'use client'

import type { ColumnVisibilityState } from '@tanstack/react-table'
import { useEffect, useRef } from 'react'
import { COLUMNS, FIXED_COLUMNS, HIDDEN_AT_FIRST } from '../../tables/names'
import { useStored } from '../hooks/useStored'
import { Icon } from '../ui/icons'
import { useWords } from '../words'

const isVisibility = (value: unknown): value is ColumnVisibilityState =>
  typeof value === 'object' && value !== null && Object.values(value).every((shown) => typeof shown === 'boolean')

const AT_FIRST: ColumnVisibilityState = Object.fromEntries(HIDDEN_AT_FIRST.map((name) => [name, false]))

/** Which columns are shown: remembered in this browser. */
export const useColumns = () => useStored<ColumnVisibilityState>('desk:columns', AT_FIRST, isVisibility)

const isDense = (value: unknown): value is boolean => typeof value === 'boolean'
export const useDensity = () => useStored<boolean>('desk:compact', false, isDense)

type MenuProps = { value: ColumnVisibilityState; onChange: (value: ColumnVisibilityState) => void }

export const ColumnsMenu = ({ value, onChange }: MenuProps) => {
  const say = useWords()
  const ref = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: MouseEvent) => {
      if (ref.current?.open && !ref.current.contains(event.target as Node)) ref.current.open = false
    }
    document.addEventListener('mousedown', close)
    return () => document.removeEventListener('mousedown', close)
  }, [])
  return (
    <details className="columns" ref={ref} onKeyDown={(event) => { if (event.key === 'Escape' && ref.current) ref.current.open = false }}>
      <summary className="btn quiet small"><Icon name="columns" />{say('queue.columns')}</summary>
      <div className="menu" role="group" aria-label={say('queue.whichColumns')}>
        {COLUMNS.filter((name) => name !== 'pick').map((name) => {
          const fixed = FIXED_COLUMNS.includes(name)
          return (
            <label key={name} className="tick">
              <input type="checkbox" disabled={fixed} checked={fixed || value[name] !== false} onChange={(event) => onChange({ ...value, [name]: event.target.checked })} />
              {say(`queue.column.${name}`)} {fixed ? <span className="hint">{say('queue.alwaysShown')}</span> : null}
            </label>
          )
        })}
        <button className="btn quiet small" type="button" onClick={() => onChange(AT_FIRST)}><Icon name="undo" />{say('queue.columnsReset')}</button>
      </div>
    </details>
  )
}
