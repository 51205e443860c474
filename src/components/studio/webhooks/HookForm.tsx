'use client'

import { useState } from 'react'
import { OUT_EVENTS, type OutEvent } from '../../../domain/outgoing/events'
import type { Tried } from '../../../services/webhooks/tryOut'
import type { HookLine } from '../../../services/webhooks/view'
import { Check, Dialog, FaultNote, Icon, Note, TextField } from '../kit'
import { useSay } from '../words'
import { SecretDialog } from './SecretDialog'
import { useHook } from './useHook'

type Draft = Pick<HookLine, 'name' | 'address' | 'events' | 'active'>

const draftOf = (hook: HookLine | undefined): Draft =>
  (hook ? { name: hook.name, address: hook.address, events: hook.events, active: hook.active } : { name: '', address: '', events: ['matter.opened', 'matter.moved', 'matter.closed'], active: true })

const toggled = (events: readonly OutEvent[], event: OutEvent): OutEvent[] => OUT_EVENTS.filter((each) => (each === event ? !events.includes(each) : events.includes(each)))

const TriedNote = ({ tried }: { tried: Tried }) => {
  const say = useSay('webhooks')
  if (!tried.ok) return <Note tone="stop" alert>{say('try.failed', { why: say(`fault.${tried.fault}`, { status: tried.status ?? '' }) })}</Note>
  return <Note tone="ok"><b>{say('try.ok', { status: tried.status })}</b>{tried.text.trim() ? <p className="mono-break">{say('try.okText', { text: tried.text })}</p> : null}</Note>
}

/** What can be done with a hook that is there: a test message, a new secret, removing it. The last two ask once more. */
const More = ({ hook, api, onSecret }: { hook: HookLine; api: ReturnType<typeof useHook>; onSecret: (secret: string) => void }) => {
  const say = useSay('webhooks')
  const act = useSay('studio')
  const [asking, setAsking] = useState<'renew' | 'remove'>()
  const [tried, setTried] = useState<Tried>()
  const path = `/${encodeURIComponent(hook.id)}`
  const test = async () => {
    setTried(undefined)
    const answer = await api.send<Tried>(`${path}/try`, { method: 'POST' })
    if (answer.ok) setTried(answer.data)
  }
  const sure = async () => {
    const answer = await (asking === 'renew' ? api.send<{ secret?: string }>(`${path}/secret`, { method: 'POST' }) : api.send<{ secret?: string }>(path, { method: 'DELETE' }))
    setAsking(undefined)
    if (!answer.ok) return
    if (answer.data.secret) onSecret(answer.data.secret)
    else api.reload()
  }
  return (
    <>
      {tried ? <TriedNote tried={tried} /> : null}
      <div className="bar">
        <button type="button" className="btn" disabled={api.busy} onClick={() => void test()}>{say(api.busy ? 'try.doing' : 'try.do')}</button>
        <button type="button" className="btn" disabled={api.busy} onClick={() => setAsking('renew')}>{say('secret.renew')}</button>
        <button type="button" className="btn btn-danger push" disabled={api.busy} onClick={() => setAsking('remove')}><Icon name="bin" />{say('remove')}</button>
      </div>
      {asking ? (
        <Note tone="warn" alert>
          <p>{asking === 'renew' ? say('secret.renewAsk') : say('removeAsk', { name: hook.name })}</p>
          <div className="bar">
            <button type="button" className="btn btn-danger" disabled={api.busy} onClick={() => void sure()}>{say(asking === 'renew' ? 'secret.renew' : 'remove')}</button>
            <button type="button" className="btn" onClick={() => setAsking(undefined)}>{act('act.cancel')}</button>
          </div>
        </Note>
      ) : null}
    </>
  )
}

/** Makes or changes a hook. */
export const HookForm = ({ hook, onClose }: { hook: HookLine | undefined; onClose: () => void }) => {
  const say = useSay('webhooks')
  const act = useSay('studio')
  const api = useHook()
  const [draft, setDraft] = useState(() => draftOf(hook))
  const [secret, setSecret] = useState<string>()
  const set = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }))
  const wrong = (field: string) => api.fault?.said.find(({ path }) => path === field)?.text
  const save = async () => {
    const answer = await (hook ? api.send<{ secret?: string }>(`/${encodeURIComponent(hook.id)}`, { method: 'PATCH', json: { ...draft, seen: hook.revision } }) : api.send<{ secret?: string }>('', { method: 'POST', json: draft }))
    if (!answer.ok) return
    if (answer.data.secret) setSecret(answer.data.secret)
    else api.reload()
  }
  if (secret) return <SecretDialog secret={secret} onClose={api.reload} />
  const foot = (
    <>
      <button type="button" className="btn btn-main" disabled={api.busy} onClick={() => void save()}>{act('act.save')}</button>
      <button type="button" className="btn" onClick={onClose}>{act('act.cancel')}</button>
    </>
  )
  return (
    <Dialog title={hook ? say('edit') : say('add')} onClose={onClose} foot={foot}>
      <FaultNote fault={api.fault} />
      <TextField label={say('name')} hint={say('nameHint')} value={draft.name} maxLength={60} required error={wrong('name')} onChange={(name) => set({ name })} />
      <TextField label={say('address')} hint={say('addressHint')} value={draft.address} maxLength={500} inputMode="url" required error={wrong('address')} onChange={(address) => set({ address })} />
      <fieldset className="hooks-events">
        <legend>{say('events')}</legend>
        {OUT_EVENTS.map((event) => <Check key={event} label={say(`event.${event}`)} checked={draft.events.includes(event)} onChange={() => set({ events: toggled(draft.events, event) })} />)}
        {wrong('events') ? <p className="error"><Icon name="stop" />{wrong('events')}</p> : null}
      </fieldset>
      <Check label={say('active')} hint={say('activeHint')} checked={draft.active} onChange={(active) => set({ active })} />
      {hook ? <More hook={hook} api={api} onSecret={setSecret} /> : null}
    </Dialog>
  )
}
