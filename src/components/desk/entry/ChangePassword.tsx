'use client'

import type { ChangePasswordVM } from '../types'
import { Banner } from '../ui/Banner'
import { Field } from '../ui/Field'
import { useWords } from '../words'
import { EntryFault, HiddenFields } from './shared'

const FIELDS = [
  ['current', 'current-password'],
  ['next', 'new-password'],
  ['again', 'new-password'],
] as const

/** Change of password; forced at the first sign-in with a one-time password. A plain form. */
export const ChangePassword = ({ view }: { view: ChangePasswordVM }) => {
  const say = useWords()
  return (
    <main className="entry" id="main">
      <form className="panel entry-form" method="post" action={view.action} aria-labelledby="password">
        <h1 id="password">{say('password.title')}</h1>
        {view.forced ? <Banner icon="key" title={say('password.forced')}><p>{say('password.forcedWhy')}</p></Banner> : null}
        <EntryFault error={view.error} />
        <HiddenFields values={view.hidden} />
        {FIELDS.map(([name, autoComplete]) => (
          <Field key={name} required need="" label={say(name === 'current' && view.forced ? 'password.oneTime' : `password.${name}`)}
            fault={view.fields?.[name]} hint={name === 'next' ? say('password.rule', { n: view.minLength }) : undefined}>
            {(control) => (
              <input {...control} className="input" type="password" name={name} autoComplete={autoComplete} minLength={name === 'current' ? undefined : view.minLength} />
            )}
          </Field>
        ))}
        <div className="row">
          <button className="btn main" type="submit">{say('password.go')}</button>
          {view.cancelHref && !view.forced ? <a className="btn quiet" href={view.cancelHref}>{say('common.cancel')}</a> : null}
        </div>
      </form>
    </main>
  )
}
