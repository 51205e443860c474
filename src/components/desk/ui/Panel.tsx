'use client'

import { useId, type ReactNode } from 'react'

type PanelProps = { title: ReactNode; count?: ReactNode; corner?: ReactNode; className?: string; id?: string; children: ReactNode }

/** A titled part of a page. */
export const Panel = ({ title, count, corner, className, id, children }: PanelProps) => {
  const heading = useId()
  return (
    <section className={className ? `panel ${className}` : 'panel'} aria-labelledby={heading} id={id}>
      <header className="panel-head">
        <h2 id={heading}>
          {title} {count === undefined ? null : <span className="count">{count}</span>}
        </h2>
        {corner === undefined ? null : <div className="row push">{corner}</div>}
      </header>
      {children}
    </section>
  )
}
