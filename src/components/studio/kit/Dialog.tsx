'use client'

import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useSay } from '../words'
import { Icon } from './Icon'

type Props = { title: string; onClose: () => void; children: ReactNode; /** Buttons below. */ foot?: ReactNode; wide?: boolean }

const FIELDS = ':is(input, select, textarea):not([disabled], [type=hidden])'

/** A window over the page: its first field has the focus, or the first one that is wrong once a button below was pressed; gives the focus back, closes by Escape. */
export const Dialog = ({ title, onClose, children, foot, wide = false }: Props) => {
  const say = useSay('studio')
  const ref = useRef<HTMLDialogElement>(null)
  const head = useId()
  useEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) {
      dialog.showModal()
      dialog.querySelector<HTMLElement>(`.dialog-body ${FIELDS}`)?.focus()
    }
    return () => dialog?.close()
  }, [])
  const pressed = useRef(false)
  useEffect(() => {
    const wrong = pressed.current ? ref.current?.querySelector<HTMLElement>('.dialog-body [aria-invalid=true]') : undefined
    if (!wrong) return
    pressed.current = false
    wrong.focus()
  })
  return (
    <dialog ref={ref} className={wide ? 'dialog dialog-wide' : 'dialog'} aria-labelledby={head} onCancel={(event) => { event.preventDefault(); onClose() }}>
      <div className="dialog-head">
        <h2 id={head}>{title}</h2>
        <button type="button" className="btn btn-icon" aria-label={say('act.close')} onClick={onClose}><Icon name="stop" /></button>
      </div>
      <div className="dialog-body stack" onChange={() => { pressed.current = false }}>{children}</div>
      {foot ? <div className="dialog-foot bar" onClick={() => { pressed.current = true }}>{foot}</div> : null}
    </dialog>
  )
}
