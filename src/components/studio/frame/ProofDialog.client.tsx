'use client'

import { useProof } from '../../ui/useProof'
import { Dialog } from '../kit/Dialog'
import { Field } from '../kit/Field'
import { useSay } from '../words'

/** Comes up where something dangerous needs a recent proof of who acts; what was being done goes on after it. */
export const ProofDialog = () => {
  const say = useSay('studio')
  const proof = useProof()
  if (!proof) return null
  const { state: { asked, fault, busy, proof: typed }, type, go, cancel } = proof
  const foot = (
    <>
      {asked === 'provider' ? <a className="btn btn-main" href={`/desk/oidc?next=${encodeURIComponent(window.location.pathname)}`}>{say('prove.provider')}</a>
        : <button className="btn btn-main" type="submit" form="proof" aria-busy={busy} disabled={busy || typed === ''}>{say('prove.go')}</button>}
      <button className="btn" type="button" onClick={cancel}>{say('prove.cancel')}</button>
    </>
  )
  return (
    <Dialog title={say('prove.title')} onClose={cancel} foot={foot}>
      <form id="proof" className="stack" onSubmit={(event) => { event.preventDefault(); void go() }}>
        <p>{say('prove.why')}</p>
        {asked === 'provider' ? null : (
          <Field label={say(`prove.${asked}`)} error={fault ? say(`prove.${fault}`) : undefined} hint={asked === 'code' ? say('prove.codeHint') : undefined}>
            {(control) => (
              <input {...control} className="input" type={asked === 'code' ? 'text' : 'password'} autoComplete={asked === 'code' ? 'one-time-code' : 'current-password'} value={typed}
                onChange={(event) => type(event.target.value)} />
            )}
          </Field>
        )}
      </form>
    </Dialog>
  )
}
