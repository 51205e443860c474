'use client'

import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'

type Tab<T extends string> = { code: T; label: ReactNode }
type TabsProps<T extends string> = { tabs: Tab<T>[]; value: T; onChange: (code: T) => void; label: string; children: ReactNode }

/** Tabs over one panel; arrows move among them, as the pattern wants. */
export const Tabs = <T extends string>({ tabs, value, onChange, label, children }: TabsProps<T>) => {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (!step) return
    event.preventDefault()
    const here = tabs.findIndex(({ code }) => code === value)
    const next = tabs[(here + step + tabs.length) % tabs.length]
    if (!next) return
    onChange(next.code)
    list.current?.querySelector<HTMLButtonElement>(`[data-code="${next.code}"]`)?.focus()
  }
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button key={tab.code} type="button" role="tab" id={`${id}-${tab.code}`} data-code={tab.code} aria-selected={tab.code === value}
            aria-controls={`${id}-panel`} tabIndex={tab.code === value ? 0 : -1} onClick={() => onChange(tab.code)}>
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>{children}</div>
    </>
  )
}
