'use client'

import { useState, type ReactNode } from 'react'
import { faultWords } from '../faults'
import type { MatterAct } from '../types'
import { Fault } from '../ui/Field'
import { useDesk } from '../words'
import { useBench } from './context'

type ButtonProps = { act: MatterAct; input: Record<string, unknown>; said: string; quiet?: boolean; children: ReactNode }

/** An act that needs no answers: one click, and if it fails the reason beside it. */
export const ActButton = ({ act: name, input, said, quiet, children }: ButtonProps) => {
  const desk = useDesk()
  const { act } = useBench()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const run = async () => {
    if (busy) return
    setBusy(true)
    setFault(undefined)
    const answer = await act(name, input, said)
    setBusy(false)
    if (!answer.ok) setFault(faultWords(answer.error, desk).title)
  }
  return (
    <>
      <button className={quiet ? 'btn quiet small' : 'btn small'} type="button" aria-busy={busy} onClick={() => void run()}>{children}</button>
      {fault ? <Fault text={fault} /> : null}
    </>
  )
}
