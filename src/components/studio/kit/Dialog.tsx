'use client'

import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useSay } from '../words'
import { Icon } from './Icon'

type Props = { title: string; onClose: () => void; children: ReactNode; /** Buttons below. */ foot?: ReactNode; wide?: boolean }

/** A window over the page: takes the focus, gives it back, closes by Escape. */
export const Dialog = ({ title, onClose, children, foot, wide = false }: Props) => {
  const say = useSay('studio')
  const ref = useRef<HTMLDialogElement>(null)
  const head = useId()
  useEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) dialog.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog ref={ref} className={wide ? 'dialog dialog-wide' : 'dialog'} aria-labelledby={head} onCancel={(event) => { event.preventDefault(); onClose() }}>
      <div className="dialog-head">
        <h2 id={head}>{title}</h2>
        <button type="button" className="btn btn-icon" aria-label={say('act.close')} onClick={onClose}><Icon name="stop" /></button>
      </div>
      <div className="dialog-body stack">{children}</div>
      {foot ? <div className="dialog-foot bar">{foot}</div> : null}
    </dialog>
  )
}
