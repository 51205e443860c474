'use client'

import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useWords } from '../words'
import { Icon } from './icons'

type DialogProps = { title: ReactNode; onClose: () => void; children: ReactNode; footer?: ReactNode; wide?: boolean; onKeyDown?: (event: KeyboardEvent) => void }

/** A modal dialog. The browser keeps the focus inside, closes it on Escape and gives the focus back. */
export const Dialog = ({ title, onClose, children, footer, wide, onKeyDown }: DialogProps) => {
  const ref = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const say = useWords()
  useEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) dialog.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog ref={ref} className={wide ? 'dialog wide' : 'dialog'} aria-labelledby={heading} onKeyDown={onKeyDown}
      onCancel={(event) => { event.preventDefault(); onClose() }}>
      <header className="panel-head">
        <h2 id={heading}>{title}</h2>
        <button className="btn quiet only-icon push" type="button" aria-label={say('common.close')} onClick={onClose}><Icon name="x" /></button>
      </header>
      <div className="dialog-body">{children}</div>
      {footer ? <footer className="dialog-foot">{footer}</footer> : null}
    </dialog>
  )
}
