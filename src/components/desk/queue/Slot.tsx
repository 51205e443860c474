'use client'

import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useWords } from '../words'

type SlotProps = { label: string; text: string; set: boolean; startOpen?: boolean; onClear?: () => void; onClosed?: () => void; children: ReactNode }

/** One slot of the filter sentence. It opens where it stands, and closes on Escape or when the focus leaves. */
export const Slot = ({ label, text, set, startOpen = false, onClear, onClosed, children }: SlotProps) => {
  const say = useWords()
  const id = useId()
  const [open, setOpen] = useState(startOpen)
  const box = useRef<HTMLSpanElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const close = (refocus: boolean) => {
    setOpen(false)
    onClosed?.()
    if (refocus) button.current?.focus()
  }
  useEffect(() => {
    if (!open) return undefined
    box.current?.querySelector<HTMLElement>('.slot-body :is(input,button,select)')?.focus({ preventScroll: true })
    const outside = (event: MouseEvent) => {
      if (box.current?.contains(event.target as Node)) return
      setOpen(false)
      onClosed?.()
    }
    document.addEventListener('mousedown', outside)
    return () => document.removeEventListener('mousedown', outside)
  }, [open, onClosed])
  return (
    <span className="slot-box" ref={box} onKeyDown={(event) => { if (open && event.key === 'Escape') { event.stopPropagation(); close(true) } }}>
      <button ref={button} type="button" className={set ? 'slot set' : 'slot'} aria-expanded={open} aria-haspopup="dialog" aria-controls={open ? id : undefined}
        aria-label={say('queue.slot', { label, text })} onClick={() => (open ? close(false) : setOpen(true))}>
        {text}
      </button>
      {open ? (
        <span className="slot-pop" role="dialog" aria-label={label} id={id}>
          <span className="slot-body">{children}</span>
          <span className="slot-foot">
            {onClear ? <button type="button" className="btn quiet small" onClick={() => { onClear(); close(true) }}>{say('queue.clearSlot')}</button> : null}
            <button type="button" className="btn small push" onClick={() => close(true)}>{say('common.good')}</button>
          </span>
        </span>
      ) : null}
    </span>
  )
}
