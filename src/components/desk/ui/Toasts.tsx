'use client'

import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useWords } from '../words'
import { Icon } from './icons'

type Toast = { id: number; text: string; action?: { name: string; run: () => void } }
type Show = (text: string, action?: Toast['action']) => void

const ToastContext = createContext<Show>(() => undefined)

/** Says in a line that something was done; read out, gone after a while, or by its own button. */
export const useToast = (): Show => useContext(ToastContext)

const STAY_MS = 8000

const ToastLine = ({ toast, onGone }: { toast: Toast; onGone: (id: number) => void }) => {
  const say = useWords()
  useEffect(() => {
    const timer = setTimeout(() => onGone(toast.id), STAY_MS)
    return () => clearTimeout(timer)
  }, [toast.id, onGone])
  return (
    <div className="toast">
      <Icon name="check" />
      <span>{toast.text}</span>
      {toast.action ? (
        <button className="btn small" type="button" onClick={() => { toast.action?.run(); onGone(toast.id) }}>{toast.action.name}</button>
      ) : null}
      <button className="btn small only-icon" type="button" aria-label={say('common.close')} onClick={() => onGone(toast.id)}><Icon name="x" /></button>
    </div>
  )
}

export const Toasts = ({ children }: { children: ReactNode }) => {
  const [state, setState] = useState<{ next: number; shown: Toast[] }>({ next: 1, shown: [] })
  const show = useCallback<Show>((text, action) => {
    setState(({ next, shown }) => ({ next: next + 1, shown: [...shown.slice(-2), { id: next, text, action }] }))
  }, [])
  const gone = useCallback((id: number) => setState(({ next, shown }) => ({ next, shown: shown.filter((toast) => toast.id !== id) })), [])
  const value = useMemo(() => show, [show])
  return (
    <ToastContext value={value}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {state.shown.map((toast) => <ToastLine key={toast.id} toast={toast} onGone={gone} />)}
      </div>
    </ToastContext>
  )
}
