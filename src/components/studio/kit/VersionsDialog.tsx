'use client'

import { useSay, useStudio } from '../words'
import { Dialog } from './Dialog'
import { minuteText } from './time'
import type { DraftActs, DraftState } from './useDraft'

type Props<D> = { state: DraftState<D>; acts: DraftActs<D>; canEdit: boolean; onClose: () => void }

/** Every published version: who, when, why, and a way to take it as the draft again. */
export const VersionsDialog = <D,>({ state: { view, busy }, acts, canEdit, onClose }: Props<D>) => {
  const say = useSay('studio')
  const studio = useStudio()
  const take = async (id: string) => { if (await acts.take(id)) onClose() }
  return (
    <Dialog title={say('version.history')} onClose={onClose}>
      <ul className="versions">
        {view.versions.map(({ id, number, at, by, reason }) => (
          <li key={id}>
            <div>
              <b>{say('version.historyLine', { number, date: minuteText(at, studio) })}</b>
              {by ? <small className="muted">{say('version.by', { name: by })}</small> : null}
              {reason ? <p>{reason}</p> : null}
            </div>
            {canEdit ? <button type="button" className="btn btn-small" disabled={busy} onClick={() => void take(id)}>{say('version.use')}</button> : null}
          </li>
        ))}
      </ul>
      <p className="small muted">{say('version.stays')}</p>
    </Dialog>
  )
}
