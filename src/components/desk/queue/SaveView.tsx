'use client'

import { useState } from 'react'
import { removeView, saveView } from '../api'
import type { ApiError, QueueQuery, Ref, SavedView } from '../types'
import { FaultBanner } from '../ui/Banner'
import { Dialog } from '../ui/Dialog'
import { Choices, Field, FieldGroup } from '../ui/Field'
import { useToast } from '../ui/Toasts'
import { useWords } from '../words'

type SaveProps = { query: QueueQuery; views: SavedView[]; teams: Ref[]; onViews: (views: SavedView[]) => void }

/** Keeps the present filters as a view of one's own, or takes one away. */
export const SaveView = ({ query, views, teams, onViews }: SaveProps) => {
  const say = useWords()
  const toast = useToast()
  const [open, setOpen] = useState(false)
  const current = views.find(({ id, removable }) => removable && id === query.view)
  const remove = async () => {
    if (!current) return
    const answer = await removeView(current.id)
    if (!answer.ok) return toast(say('queue.viewNotRemoved'))
    onViews(views.filter(({ id }) => id !== current.id))
    toast(say('queue.viewRemoved', { name: current.name }))
  }
  return (
    <>
      {current
        ? <button className="btn quiet small" type="button" onClick={() => void remove()}>{say('queue.removeView')}</button>
        : <button className="btn quiet small" type="button" onClick={() => setOpen(true)}>{say('queue.saveView')}</button>}
      {open ? (
        <SaveDialog query={query} teams={teams} onClose={() => setOpen(false)}
          onSaved={(view) => { onViews([...views, view]); setOpen(false); toast(say('queue.viewSaved', { name: view.name })) }} />
      ) : null}
    </>
  )
}

type DialogProps = { query: QueueQuery; teams: Ref[]; onClose: () => void; onSaved: (view: SavedView) => void }

const SaveDialog = ({ query, teams, onClose, onSaved }: DialogProps) => {
  const say = useWords()
  const [name, setName] = useState('')
  const [team, setTeam] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const save = async () => {
    setBusy(true)
    const answer = await saveView(name.trim(), { ...query, view: undefined }, team || undefined)
    setBusy(false)
    if (answer.ok) onSaved(answer.data.view)
    else setError(answer.error)
  }
  return (
    <Dialog title={say('queue.saveView')} onClose={onClose}>
      <form className="stack wide" onSubmit={(event) => { event.preventDefault(); void save() }}>
        {error ? <FaultBanner error={error} /> : null}
        <Field label={say('queue.viewName')} required hint={say('queue.viewHint')}>
          {(control) => <input {...control} className="input" value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />}
        </Field>
        {teams.length ? (
          <FieldGroup legend={say('queue.viewFor')} need="" hint={say('queue.viewForHint')}>
            <Choices name="team" value={team} onChange={setTeam}
              options={[{ code: '', label: say('queue.viewForMe') }, ...teams.map(({ id, name: word }) => ({ code: id, label: say('queue.viewForTeam', { team: word }) }))]} />
          </FieldGroup>
        ) : null}
        <div className="row"><button className="btn main" type="submit" disabled={!name.trim()} aria-busy={busy}>{say('common.save')}</button></div>
      </form>
    </Dialog>
  )
}
