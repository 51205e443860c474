'use client'

import { functionalUpdate, type RowSelectionState, type Updater } from '@tanstack/react-table'
import { useCallback, useMemo, useState } from 'react'
import type { MatterRow } from '../types'

/** Which rows are selected, by id; only rows that are shown count. */
export const useSelection = (rows: MatterRow[]) => {
  const [selection, setSelection] = useState<RowSelectionState>({})
  const selected = useMemo(() => rows.filter(({ id }) => selection[id]), [rows, selection])
  const onSelection = useCallback((updater: Updater<RowSelectionState>) => setSelection((old) => functionalUpdate(updater, old)), [])
  const toggle = useCallback((id: string) => setSelection(({ [id]: on, ...rest }) => (on ? rest : { ...rest, [id]: true })), [])
  const clear = useCallback(() => setSelection({}), [])
  return { selection, selected, onSelection, toggle, clear }
}
