'use client'

import { useCallback, useState, type KeyboardEvent } from 'react'
import { pick, type PickKind } from '../api'
import { useSearch } from '../hooks/useSearch'
import type { PickAnswer, PickOption } from '../types'
import { useWords, type Say } from '../words'

type PickerQuestion = { kind: PickKind; matter?: string; offers: PickOption[]; onChoose: (option: PickOption) => void }

type Found = { busy: boolean; failed: boolean; count: number; more: boolean }

const statusWord = ({ busy, failed, count, more }: Found, say: Say): string => {
  if (failed) return say('picker.failed')
  if (count) return more ? say('picker.more') : ''
  return say(busy ? 'common.loading' : 'picker.none')
}

/** What a picker offers for what is typed, and where its keyboard stands. */
export const usePicker = ({ kind, matter, offers, onChoose }: PickerQuestion) => {
  const say = useWords()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const wanted = text.trim()
  const useOffers = !wanted && offers.length > 0
  const run = useCallback((q: string, signal: AbortSignal) => pick(kind, q, { matter, signal }), [kind, matter])
  const { busy, data, error } = useSearch<PickAnswer>(open && !useOffers ? wanted : undefined, run)
  const options = useOffers ? offers : data?.options ?? []
  const choose = (option: PickOption | undefined) => {
    if (option && !option.off) onChoose(option)
  }
  const moves: Record<string, () => void> = {
    ArrowDown: () => { setOpen(true); setActive(Math.min(active + 1, options.length - 1)) },
    ArrowUp: () => setActive(Math.max(active - 1, 0)),
    Enter: () => choose(options[active] ?? (options.length === 1 ? options[0] : undefined)),
    Escape: () => setOpen(false),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key]
    if (!move || (event.key === 'Escape' && !open)) return
    event.preventDefault()
    event.stopPropagation()
    move()
  }
  const type = (next: string) => {
    setText(next)
    setOpen(true)
    setActive(-1)
  }
  const status = statusWord({ busy, failed: Boolean(error), count: options.length, more: Boolean(data?.more && !useOffers) }, say)
  return { text, type, open, setOpen, active, options, choose, onKeyDown, status }
}
