'use client'

import { useProof } from '../../ui/useProof'
import { Dialog } from '../ui/Dialog'
import { Field } from '../ui/Field'
import { useWords } from '../words'

/** Comes up where something dangerous needs a recent proof of who acts; what was being done goes on after it. */
export const ProofDialog = () => {
  const say = useWords()
  const proof = useProof()
  if (!proof) return null
  const { state: { asked, fault, busy, proof: typed }, type, go, cancel } = proof
  const foot = (
    <>
      {asked === 'provider' ? <a className="btn main" href={`/desk/oidc?next=${encodeURIComponent(window.location.pathname)}`}>{say('prove.provider')}</a>
        : <button className="btn main" type="submit" form="proof" aria-busy={busy} disabled={busy || typed === ''}>{say('prove.go')}</button>}
      <button className="btn quiet" type="button" onClick={cancel}>{say('prove.cancel')}</button>
    </>
  )
  return (
    <Dialog title={say('prove.title')} onClose={cancel} footer={foot}>
      <form id="proof" className="stack wide" onSubmit={(event) => { event.preventDefault(); void go() }}>
        <p>{say('prove.why')}</p>
        {asked === 'provider' ? null : (
          <Field required need="" label={say(`prove.${asked}`)} fault={fault ? say(`prove.${fault}`) : undefined} hint={asked === 'code' ? say('prove.codeHint') : undefined}>
            {(control) => (
              <input {...control} className="input" type={asked === 'code' ? 'text' : 'password'} autoComplete={asked === 'code' ? 'one-time-code' : 'current-password'} autoFocus value={typed}
                onChange={(event) => type(event.target.value)} />
            )}
          </Field>
        )}
      </form>
    </Dialog>
  )
}
