'use client'

import { Fragment } from 'react'
import type { AppointVM } from '../types'
import { Banner } from '../ui/Banner'
import { Field, Select } from '../ui/Field'
import { useWords } from '../words'
import { EntryFault, HiddenFields } from './shared'

type Role = 'security' | 'audit'
const ROLES: Role[] = ['security', 'audit']

/** The owner names the security administrator and the auditor, once. A plain form. */
export const AppointView = ({ view }: { view: AppointVM }) => {
  const say = useWords()
  if (view.done) return <Appointed view={view} done={view.done} />
  return (
    <main className="entry wide" id="main">
      <form className="panel entry-form" method="post" action={view.action} aria-labelledby="appoint">
        <h1 id="appoint">{say('appoint.title')}</h1>
        <p>{say('appoint.why', { name: view.me })}</p>
        <EntryFault error={view.error} />
        <HiddenFields values={view.hidden} />
        {ROLES.map((role) => <RoleFields key={role} role={role} view={view} />)}
        <Banner tone="warn" title={say('appoint.once')}><p>{say('appoint.onceWhy')}</p></Banner>
        <button className="btn main" type="submit">{say('appoint.go')}</button>
      </form>
    </main>
  )
}

const RoleFields = ({ role, view }: { role: Role; view: AppointVM }) => {
  const say = useWords()
  const value = (name: string) => view.values?.[`${role}${name}`]
  const fault = (name: string) => view.errors?.[`${role}${name}`]
  const some = view.people.length > 0
  return (
    <fieldset className="appoint-role">
      <legend>{say(`appoint.${role}`)}</legend>
      <p className="hint">{say(`appoint.${role}Does`)}</p>
      {some ? (
        <Field label={say('appoint.existing')} fault={fault('Person')}>
          {(control) => (
            <Select {...control} name={`${role}Person`} defaultValue={value('Person') ?? ''}>
              <option value="">{say('appoint.newPerson')}</option>
              {view.people.map(({ id, name, hint }) => <option key={id} value={id}>{hint ? `${name}（${hint}）` : name}</option>)}
            </Select>
          )}
        </Field>
      ) : null}
      <div className="pair">
        <Field label={say('appoint.name')} need={some ? say('appoint.ifNew') : say('common.required')} fault={fault('Name')}>
          {(control) => <input {...control} className="input" name={`${role}Name`} defaultValue={value('Name')} required={!some} autoComplete="off" />}
        </Field>
        <Field label={say('appoint.login')} need={some ? say('appoint.ifNew') : say('common.required')} fault={fault('Login')} hint={say('appoint.loginHint')}>
          {(control) => <input {...control} className="input" name={`${role}Login`} defaultValue={value('Login')} required={!some} autoComplete="off" autoCapitalize="none" spellCheck={false} />}
        </Field>
      </div>
    </fieldset>
  )
}

const Appointed = ({ view, done }: { view: AppointVM; done: NonNullable<AppointVM['done']> }) => {
  const say = useWords()
  return (
    <main className="entry wide" id="main">
      <div className="panel entry-form">
        <h1>{say('appoint.done')}</h1>
        <Banner tone="warn" title={say('appoint.showOnce')} live="status"><p>{say('appoint.handOver')}</p></Banner>
        <dl className="facts secrets">
          {done.map(({ role, name, login, password }) => (
            <Fragment key={role}>
              <dt>{say(`appoint.${role}`)}</dt>
              <dd><b>{name}</b> <span className="muted">{login}</span>{password ? <code>{password}</code> : null}</dd>
            </Fragment>
          ))}
        </dl>
        {view.onwardHref ? <a className="btn main" href={view.onwardHref}>{say('appoint.onward')}</a> : null}
      </div>
    </main>
  )
}
