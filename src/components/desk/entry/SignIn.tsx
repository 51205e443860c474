'use client'

import type { SignInVM } from '../types'
import { Banner } from '../ui/Banner'
import { Field } from '../ui/Field'
import { useWords } from '../words'
import { EntryFault, HiddenFields } from './shared'

/** Sign-in: a plain form that needs no script. */
export const SignIn = ({ view }: { view: SignInVM }) => {
  const say = useWords()
  return (
    <main className="entry" id="main">
      <form className="panel entry-form" method="post" action={view.action} aria-labelledby="sign-in">
        <h1 id="sign-in">{say('signIn.title')}</h1>
        {view.said ? <Banner tone={view.said === 'passwordChanged' ? 'done' : 'plain'} live="status">{say(`signIn.${view.said}`)}</Banner> : null}
        <EntryFault error={view.error} />
        <HiddenFields values={{ ...view.hidden, ...(view.next ? { next: view.next } : {}) }} />
        <Field label={say('signIn.name')} required need="">
          {(control) => <input {...control} className="input" name="name" autoComplete="username" autoCapitalize="none" spellCheck={false} defaultValue={view.name} autoFocus={!view.name} />}
        </Field>
        <Field label={say('signIn.password')} required need="">
          {(control) => <input {...control} className="input" type="password" name="password" autoComplete="current-password" autoFocus={Boolean(view.name)} />}
        </Field>
        <button className="btn main" type="submit">{say('signIn.go')}</button>
        {view.providerHref ? <p><a className="btn" href={view.providerHref}>{say('signIn.provider')}</a></p> : null}
        <p className="hint">{say('signIn.help')}</p>
      </form>
    </main>
  )
}
