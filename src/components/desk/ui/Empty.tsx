'use client'

import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons'

/** An empty list: that it is empty, and what to do next. */
export const Empty = ({ icon = 'check', title, hint, children }: { icon?: IconName; title: ReactNode; hint?: ReactNode; children?: ReactNode }) => (
  <div className="empty">
    <Icon name={icon} />
    <p><b>{title}</b></p>
    {hint ? <p className="hint">{hint}</p> : null}
    {children}
  </div>
)

const WIDTHS = ['bone', 'bone half', 'bone third']

/** Rows that are on their way. */
export const Bones = ({ label, lines = 5 }: { label: string; lines?: number }) => (
  <div className="inside stack" role="status">
    <span className="hidden">{label}</span>
    {Array.from({ length: lines }, (_, index) => <span key={index} className={WIDTHS[index % 3]} />)}
  </div>
)
