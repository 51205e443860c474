'use client'
import { Button, useTranslation } from '@payloadcms/ui'
import { useEffect, useRef, type ReactNode } from 'react'
import { withProof } from '../ui/proof'
import { useProof, type ProofState } from '../ui/useProof'
import { adminWords } from './words'

/** The status of an answer that wants a recent proof first. */
const PROOF_NEEDED = 428

type Say = ReturnType<typeof adminWords>

const Input = ({ state: { asked, fault, proof }, type, say }: { state: ProofState; type: (proof: string) => void; say: Say }) =>
  asked === 'provider' ? (
    <p><a href="/desk/oidc?next=%2Fdesk" target="_blank" rel="noreferrer">{say('proveProvider')}</a></p>
  ) : (
    <div className="field-type text">
      <label className="field-label" htmlFor="proof">{say(asked === 'code' ? 'proveCode' : 'provePassword')}</label>
      <input id="proof" type={asked === 'code' ? 'text' : 'password'} autoComplete={asked === 'code' ? 'one-time-code' : 'current-password'} value={proof} aria-invalid={fault !== undefined} aria-describedby="proof-fault"
        onChange={(event) => type(event.target.value)} />
      <p id="proof-fault" role="alert" style={{ margin: '8px 0 0', color: 'var(--theme-error-600)' }}>{fault ? say(fault === 'locked' ? 'proveLocked' : 'proveWrong') : ''}</p>
    </div>
  )

const Asking = ({ proof: { state, type, go, cancel } }: { proof: NonNullable<ReturnType<typeof useProof>> }) => {
  const { i18n } = useTranslation()
  const say = adminWords(i18n.language)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} aria-labelledby="proof-title" onCancel={cancel} style={{ margin: 'auto', width: 'min(460px, calc(100vw - 32px))', padding: 24, color: 'inherit', background: 'var(--theme-elevation-0)', border: '1px solid var(--theme-elevation-150)', borderRadius: 8 }}>
      <form onSubmit={(event) => { event.preventDefault(); void go() }} style={{ display: 'grid', gap: 16 }}>
        <h2 id="proof-title" style={{ margin: 0 }}>{say('proveTitle')}</h2>
        <p style={{ margin: 0 }}>{say('proveWhy')}</p>
        <Input state={state} type={type} say={say} />
        <div style={{ display: 'flex', gap: 12, flexWrap: 'wrap' }}>
          {state.asked === 'provider' ? null : <Button type="submit" margin={false} disabled={state.busy || state.proof === ''}>{say('proveGo')}</Button>}
          <Button type="button" buttonStyle="secondary" margin={false} onClick={cancel}>{say('proveCancel')}</Button>
        </div>
      </form>
    </dialog>
  )
}

/** Payload's pages send what they save by `fetch`. Where the portal wants a recent proof of who acts, it is asked for, and the same is sent again: nothing typed is lost. */
export const Proof = ({ children }: { children: ReactNode }) => {
  const proof = useProof()
  useEffect(() => {
    const real = window.fetch
    window.fetch = (...asked) => withProof(() => real(...asked), ({ status }) => status === PROOF_NEEDED)
    return () => { window.fetch = real }
  }, [])
  return (
    <>
      {children}
      {proof ? <Asking proof={proof} /> : null}
    </>
  )
}
