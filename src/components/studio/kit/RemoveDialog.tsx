'use client'

import { useState } from 'react'
import type { DefinitionKind } from '../../../domain/package/definitions'
import { say as wordsIn } from '../../../domain/words'
import { useSay, useStudio } from '../words'
import { Dialog } from './Dialog'
import { FaultNote } from './FaultNote'
import { TextField } from './Field'
import type { DraftActs, DraftState } from './useDraft'

/** Where one is when the draft is gone. */
const LISTS: Record<DefinitionKind, string> = { form: 'forms', workflow: 'workflows', register: 'registers', routing: 'routing', limits: 'limits' }

type Props<D> = { state: DraftState<D>; acts: DraftActs<D>; onClose: () => void }

/** Asks before a draft that was never published is removed; says where it is used if it is. */
export const RemoveDialog = <D,>({ state: { view, busy, fault }, acts, onClose }: Props<D>) => {
  const say = useSay('studio')
  const { lang } = useStudio()
  const [reason, setReason] = useState('')
  const close = () => { acts.forgetFault(); onClose() }
  const foot = (
    <>
      <button type="button" className="btn btn-danger" disabled={busy} onClick={() => void acts.remove(`/admin/structure/${LISTS[view.kind]}`, reason.trim())}>{say('version.remove')}</button>
      <button type="button" className="btn" onClick={close}>{say('act.cancel')}</button>
    </>
  )
  return (
    <Dialog title={say('version.remove')} onClose={close} foot={foot}>
      <p>{say('version.removeAsk', { name: wordsIn(view.name, lang) })}</p>
      <TextField label={say('version.removeWhy')} value={reason} maxLength={500} onChange={setReason} />
      <FaultNote fault={fault} />
    </Dialog>
  )
}
