'use client'

import { useCallback, useEffect, useState } from 'react'
import { canonical } from '../../../domain/canonical'
import { missingIn, newRoutine } from '../../../domain/routines/edit'
import type { RoutineDef } from '../../../domain/routines/types'
import type { RoutineView } from '../../../services/routines/view'
import { ask, removeRow, saveRow, type Fault } from '../api'
import { useGuard } from '../kit'

const SLUG = 'routines'
const CHECK_MS = 500
export const routineHref = (code: string): string => `/admin/structure/routines/${encodeURIComponent(code)}`

/** What the server says of a routine on the screen, a moment after the last change; nothing while something is still missing. */
const useProblems = (def: RoutineDef): string[] => {
  const [found, setFound] = useState<{ of: RoutineDef; problems: string[] }>()
  useEffect(() => {
    if (missingIn(def).length > 0) return
    const asked = new AbortController()
    const timer = setTimeout(() => {
      void ask<{ problems: string[] }>('routines/check', { method: 'POST', json: { definition: def }, signal: asked.signal }).then((answer) => { if (answer.ok) setFound({ of: def, problems: answer.data.problems }) })
    }, CHECK_MS)
    return () => { clearTimeout(timer); asked.abort() }
  }, [def])
  return found?.of === def ? found.problems : []
}

const rowOf = (def: RoutineDef, active: boolean) => ({ code: def.code, name: { zh: def.name.zh, en: def.name.en ?? '' }, definition: { ...def, on: active }, active })

/** A routine on the screen: changing, checking, keeping, turning off, removing. Nothing typed is lost by a refusal. */
export const useRoutine = ({ line, proposed, seen }: Pick<RoutineView, 'line' | 'proposed' | 'seen'>) => {
  const [stored, setStored] = useState<RoutineDef>(() => line?.def ?? { ...newRoutine(line?.code ?? proposed), ...(line ? { name: line.name } : {}) })
  const [def, setDef] = useState(stored)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [left, setLeft] = useState(false)
  const [reason, setReason] = useState('')
  const why = reason.trim() ? { reason: reason.trim() } : {}
  const [fault, setFault] = useState<Fault>()
  const dirty = !left && (canonical(def) !== canonical(stored) || (line !== undefined && line.def === undefined))
  useGuard(dirty)
  const missing = missingIn(def)
  const problems = useProblems(def)
  const change = useCallback((next: RoutineDef | ((now: RoutineDef) => RoutineDef)) => setDef(next), [])
  const keep = async (active: boolean, of: RoutineDef) => {
    setBusy(true)
    const answer = await saveRow(SLUG, { data: rowOf(of, active), ...(line ? { id: line.id } : {}), ...(line && seen ? { seen } : {}), ...why })
    setBusy(false)
    setFault(answer.ok ? undefined : answer.fault)
    if (!answer.ok) return
    setStored(of)
    setLeft(true)
    window.location.assign(`${routineHref(of.code)}?saved=1`)
  }
  const save = async () => {
    setAsked(true)
    if (missing.length === 0) await keep(line?.active ?? true, def)
  }
  const remove = async () => {
    if (!line) return
    const answer = await removeRow(SLUG, line.id, why)
    setFault(answer.ok ? undefined : answer.fault)
    if (answer.ok) { setLeft(true); window.location.assign('/admin/structure/routines') }
  }
  return { def, change, reason, setReason, dirty, busy, fault, missing: asked ? missing : [], problems, save, turn: (active: boolean) => keep(active, stored), remove, discard: () => setDef(stored) }
}
