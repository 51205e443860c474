'use client'

import type { ReactNode } from 'react'
import type { NearVM } from '../types'
import { ClockLine } from './Clock'
import { PhaseMark, When } from './marks'

/** A matter that may be the same as this one, and why. */
export const NearRow = ({ near, children }: { near: NearVM; children?: ReactNode }) => (
  <li className="stack">
    <a href={near.href}>{near.title}</a>
    <p className="small muted">{[near.number, near.why, near.owner].filter(Boolean).join(' · ')}</p>
    <p className="row small"><PhaseMark phase={near.phase} /><span className="muted"><When at={near.receivedAt} ago /></span></p>
    {near.clock ? <ClockLine clock={near.clock} /> : null}
    {children ? <div className="row">{children}</div> : null}
  </li>
)
