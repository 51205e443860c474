'use client'

import { useCallback, useEffect, useState } from 'react'
import { setProver } from './proof'

export type Asked = 'code' | 'password' | 'provider'
export type ProofState = { asked: Asked; proof: string; fault?: 'wrong' | 'locked'; busy: boolean; settle: (proved: boolean) => void }

const headers = { accept: 'application/json', 'content-type': 'application/json' }

const askedOf = async (): Promise<Asked> => {
  const response = await fetch('/desk/api/prove', { credentials: 'same-origin', headers: { accept: 'application/json' } })
  const body = (await response.json()) as { asked?: Asked }
  return body.asked ?? 'password'
}

type Refusal = { error?: { fields?: { code: string }[] } }

const send = async (proof: string): Promise<'right' | 'wrong' | 'locked'> => {
  const response = await fetch('/desk/api/prove', { method: 'POST', credentials: 'same-origin', headers, body: JSON.stringify({ proof }) })
  if (response.ok) return 'right'
  const body = (await response.json()) as Refusal
  return body.error?.fields?.some(({ code }) => code === 'locked') ? 'locked' : 'wrong'
}

/** The question that comes up where a request needs a recent proof: its state, and what its buttons do. Undefined while nothing is asked. */
export const useProof = (): { state: ProofState; type: (proof: string) => void; go: () => Promise<void>; cancel: () => void } | undefined => {
  const [state, setState] = useState<ProofState>()
  useEffect(() => setProver(async () => {
    const asked = await askedOf()
    return new Promise<boolean>((settle) => setState({ asked, proof: '', busy: false, settle }))
  }), [])
  const type = useCallback((proof: string) => setState((old) => old && { ...old, proof, fault: undefined }), [])
  if (!state) return undefined
  const close = (proved: boolean): void => {
    setState(undefined)
    state.settle(proved)
  }
  const go = async (): Promise<void> => {
    setState({ ...state, busy: true })
    const answer = await send(state.proof)
    if (answer === 'right') close(true)
    else setState({ ...state, proof: '', busy: false, fault: answer })
  }
  return { state, type, go, cancel: () => close(false) }
}
