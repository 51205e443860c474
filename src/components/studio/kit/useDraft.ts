'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftView } from '../../../services/structure/drafts'
import { canonical } from '../../../domain/canonical'
import { checkDefinition, publishDraft, removeDraft, saveDraft, takeVersion, type Answer, type Fault } from '../api'
import { whenReleased } from '../../forms/whenReleased'
import { useGuard } from './useGuard'

export type DraftState<D> = {
  /** The draft as the server last told it. */
  view: DraftView<D>
  /** What is on the screen. */
  definition: D
  dirty: boolean
  busy: boolean
  fault: Fault | undefined
  issues: DraftView<D>['issues']
  /** The number of the version that was just published. */
  published: number | undefined
  canUndo: boolean
}

export type DraftActs<D> = {
  change: (next: D | ((now: D) => D)) => void
  undo: () => void
  /** Keeps the draft; `reason` is why, where anybody said it. */
  save: (reason?: string) => Promise<boolean>
  publish: (reason: string) => Promise<boolean>
  take: (version?: string) => Promise<boolean>
  /** Removes a draft that was never published, then opens `list`. */
  remove: (list: string, reason?: string) => Promise<void>
  forgetFault: () => void
}

const CHECK_MS = 400
const UNDO_STEPS = 50

const differ = (one: unknown, other: unknown): boolean => canonical(one) !== canonical(other)

/** The checks of what is on the screen, asked of the server a moment after the last change. */
const useIssues = <D,>(view: DraftView<D>, definition: D, dirty: boolean): DraftView<D>['issues'] => {
  const [found, setFound] = useState<{ of: D; issues: DraftView<D>['issues'] }>()
  useEffect(() => {
    if (!dirty) return
    const asked = new AbortController()
    const timer = setTimeout(() => {
      void checkDefinition(view.kind, definition, asked.signal).then((answer) => { if (answer.ok) whenReleased(() => setFound({ of: definition, issues: answer.data.issues })) })
    }, CHECK_MS)
    return () => { clearTimeout(timer); asked.abort() }
  }, [view.kind, definition, dirty])
  return dirty && found ? found.issues : view.issues
}

/** Everything an editor of a definition does with its draft: change, undo, check, save, publish, take a version back. Nothing typed is lost by a refusal. */
export const useDraft = <D,>(given: DraftView<D>): [DraftState<D>, DraftActs<D>] => {
  const [view, setView] = useState(given)
  const [definition, setDefinition] = useState(given.definition)
  const [past, setPast] = useState<D[]>([])
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault>()
  const [published, setPublished] = useState<number>()
  const [gone, setGone] = useState<string>()
  const dirty = gone === undefined && differ(definition, view.definition)
  const issues = useIssues(view, definition, dirty)
  const latest = useRef(definition)
  useEffect(() => { latest.current = definition }, [definition])
  useGuard(dirty)
  // only once the page asks no more before it is left
  useEffect(() => { if (gone !== undefined) window.location.assign(gone) }, [gone])

  const change = useCallback((next: D | ((now: D) => D)) => {
    setDefinition((now) => {
      const made = typeof next === 'function' ? (next as (now: D) => D)(now) : next
      setPast((steps) => [...steps.slice(1 - UNDO_STEPS), now])
      return made
    })
    setPublished(undefined)
  }, [])

  const undo = useCallback(() => setPast((steps) => {
    const before = steps.at(-1)
    if (before !== undefined) setDefinition(before)
    return steps.slice(0, -1)
  }), [])

  const settle = useCallback(<T,>(answer: Answer<T>, take: (data: T) => void): boolean => {
    setBusy(false)
    setFault(answer.ok ? undefined : answer.fault)
    if (answer.ok) take(answer.data)
    return answer.ok
  }, [])

  const replace = useCallback((next: DraftView<D>) => { setView(next); setDefinition(next.definition); setPast([]) }, [])

  const keep = useCallback(async (reason?: string): Promise<DraftView<D> | undefined> => {
    const sent = latest.current
    if (!differ(sent, view.definition)) return view
    setBusy(true)
    const answer = await saveDraft(view.kind, view.id, { definition: sent, seen: view.seen, ...(reason ? { reason } : {}) })
    // What was typed while it was being saved stays, and counts as unsaved.
    settle(answer, (next) => { setView(next); setDefinition((now) => (differ(now, sent) ? now : next.definition)) })
    return answer.ok ? answer.data : undefined
  }, [view, settle])

  const save = useCallback(async (reason?: string) => (await keep(reason)) !== undefined, [keep])

  const publish = useCallback(async (reason: string) => {
    const kept = await keep(reason)
    if (!kept) return false
    setBusy(true)
    return settle(await publishDraft<D>(kept.kind, kept.id, { reason, seen: kept.seen }), (data) => { replace(data.draft); setPublished(data.number) })
  }, [keep, settle, replace])

  const take = useCallback(async (version?: string) => {
    setBusy(true)
    return settle(await takeVersion<D>(view.kind, view.id, version), replace)
  }, [view, settle, replace])

  const remove = useCallback(async (list: string, reason?: string) => {
    setBusy(true)
    const answer = await removeDraft(view.kind, view.id, reason ? { reason } : {})
    settle(answer, () => setGone(list))
  }, [view, settle])

  return [{ view, definition, dirty, busy, fault, issues, published, canUndo: past.length > 0 }, { change, undo, save, publish, take, remove, forgetFault: useCallback(() => setFault(undefined), []) }]
}
