'use client'

import { useState } from 'react'
import type { Invited, Made } from '../../../services/setup/invite'
import type { SetupView } from '../../../services/setup/view'
import { ask, type Fault } from '../api'
import { FaultNote, Icon, Mark, Note } from '../kit'
import { useSay, useSayMaybe } from '../words'
import { useKept } from './useKept'

type RowProps = { person: Invited; at: number; roles: SetupView['roles']; error: (field: string) => string | undefined; onChange: (change: Partial<Invited>) => void; onRemove: () => void }

const Row = ({ person, at, roles, error, onChange, onRemove }: RowProps) => {
  const say = useSay('setup')
  const cell = (key: 'name' | 'username', text: string) => {
    const wrong = error(`${at}.${key}`)
    return (
      <td data-l={text}>
        <input className="input" aria-label={say('people.of', { what: text, n: at + 1 })} aria-invalid={wrong ? true : undefined} value={person[key]} maxLength={60} autoComplete="off" onChange={(event) => onChange({ [key]: event.target.value })} />
        {wrong ? <p className="error"><Icon name="stop" />{wrong}</p> : null}
      </td>
    )
  }
  return (
    <tr>
      {cell('name', say('people.name'))}{cell('username', say('people.username'))}
      <td data-l={say('people.role')}>
        <select className="input" aria-label={say('people.of', { what: say('people.role'), n: at + 1 })} value={person.role} onChange={(event) => onChange({ role: event.target.value })}>
          <option value="">{say('people.later')}</option>
          {roles.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
      </td>
      <td><button type="button" className="btn btn-icon" aria-label={say('people.drop', { n: at + 1 })} onClick={onRemove}><Icon name="cross" /></button></td>
    </tr>
  )
}

const Passwords = ({ made }: { made: readonly Made[] }) => {
  const say = useSay('setup')
  return (
    <section className="panel" aria-labelledby="made" role="status">
      <div className="panel-head"><h3 id="made">{say('people.made')}</h3><p>{say('people.once')}</p></div>
      <div className="scroll"><table className="stacked tight">
        <thead><tr><th scope="col">{say('people.name')}</th><th scope="col">{say('people.username')}</th><th scope="col">{say('people.password')}</th></tr></thead>
        <tbody>{made.map(({ name, username, password }) => <tr key={username}><th scope="row">{name}</th><td data-l={say('people.username')}>{username}</td><td data-l={say('people.password')}><code>{password}</code></td></tr>)}</tbody>
      </table></div>
      {made.every(({ granted }) => granted) ? null : <p className="panel-foot small">{say('people.wait')}</p>}
    </section>
  )
}

const Wishes = ({ view }: { view: SetupView }) => {
  const say = useSay('setup')
  const [fault, setFault] = useState<Fault>()
  if (view.wishes.length === 0) return null
  const give = async () => {
    const answer = await ask('setup/grants', { method: 'POST', json: {} })
    if (answer.ok) return window.location.reload()
    setFault(answer.fault)
  }
  return (
    <Note tone="info">
      <p><b>{say('people.wishes', { n: view.wishes.length })}</b> {view.wishes.map(({ name, roleName }) => `${name} · ${roleName}`).join(say('separator'))}</p>
      {view.can.grant ? <p><button type="button" className="btn btn-main" onClick={() => void give()}>{say('people.give')}</button></p> : <p>{say('people.who')}</p>}
      <FaultNote fault={fault} />
    </Note>
  )
}

const NOBODY: Invited = { name: '', username: '', role: '' }

const useInviting = () => {
  const [people, keep, forget] = useKept<Invited[]>('people', [NOBODY])
  const [made, setMade] = useState<Made[]>([])
  const [fault, setFault] = useState<Fault>()
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    const answer = await ask<{ made: Made[] }>('setup/people', { method: 'POST', json: { people } })
    setBusy(false)
    setFault(answer.ok ? undefined : answer.fault)
    if (!answer.ok) return
    setMade([...made, ...answer.data.made])
    keep([NOBODY])
    forget()
  }
  return { people, keep, made, fault, busy, go }
}

/** Colleagues: accounts with passwords for one time, and what each is to do. */
export const PeopleStep = ({ view }: { view: SetupView }) => {
  const say = useSay('setup')
  const sayMaybe = useSayMaybe('setup')
  const { people, keep, made, fault, busy, go } = useInviting()
  const error = (field: string): string | undefined => {
    const code = fault?.fields.find((one) => one.field === field)?.code
    return code ? (sayMaybe(`people.wrong.${code}`) ?? code) : undefined
  }
  return (
    <>
      <Wishes view={view} />
      {made.length > 0 ? <Passwords made={made} /> : null}
      {view.can.people ? (
        <form className="panel" onSubmit={(event) => { event.preventDefault(); void go() }}>
          <div className="scroll"><table className="stacked tight setup-people">
            <thead><tr><th scope="col">{say('people.name')}</th><th scope="col">{say('people.username')}</th><th scope="col">{say('people.role')}</th><th scope="col"><span className="sr">{say('people.act')}</span></th></tr></thead>
            <tbody>{people.map((person, at) => (
              <Row key={at} person={person} at={at} roles={view.roles} error={error} onChange={(change) => keep(people.map((one, place) => (place === at ? { ...one, ...change } : one)))} onRemove={() => keep(people.length > 1 ? people.filter((_, place) => place !== at) : [NOBODY])} />
            ))}</tbody>
          </table></div>
          <div className="panel-foot stack-s">
            <FaultNote fault={fault} />
            <p className="bar"><button type="button" className="btn btn-small" onClick={() => keep([...people, NOBODY])}><Icon name="plus" />{say('people.more')}</button><button type="submit" className="btn btn-main" disabled={busy}>{say('people.go')}</button></p>
            <p className="small muted">{say('people.usernameHint')}</p>
          </div>
        </form>
      ) : null}
      <p className="small" role="status"><Mark tone="ok">{say('people.there', { n: view.counts.people + made.length })}</Mark> <a href="/admin/structure/people">{say('people.all')}</a></p>
    </>
  )
}
