'use client'

import { FieldGroup } from '../ui/Field'
import { useWords } from '../words'
import type { Contact } from './state'

type ContactProps = { contact: Contact; days: number; errors: Record<string, string>; onChange: (contact: Contact) => void }

const FIELDS = [['phone', 'tel'], ['name', 'text'], ['email', 'email']] as const

/** How to reach the caller: optional, and said how long it is kept. */
export const ContactFields = ({ contact, days, errors, onChange }: ContactProps) => {
  const say = useWords()
  return (
    <FieldGroup legend={say('new.contact')} need={say('new.contactNeed')} hint={say('new.contactHint', { n: days })} fault={errors.contact ?? errors['contact.phone'] ?? errors['contact.email'] ?? errors['contact.name'] ?? errors['contact.callback']}>
      <div className="contact-fields">
        {FIELDS.map(([name, type]) => (
          <input key={name} className="input" type={type} aria-label={say(`new.${name}`)} placeholder={say(`new.${name}`)} value={contact[name]} maxLength={100} autoComplete="off"
            onChange={(event) => onChange({ ...contact, [name]: event.target.value })} />
        ))}
      </div>
      <label className="tick">
        <input type="checkbox" checked={contact.callback} onChange={(event) => onChange({ ...contact, callback: event.target.checked })} />
        {say('new.callback')}
      </label>
      {contact.callback ? (
        <input className="input" aria-label={say('new.callbackWish')} placeholder={say('new.callbackWish')} value={contact.callbackWish} maxLength={100} autoComplete="off"
          aria-invalid={errors['contact.callback'] ? true : undefined} onChange={(event) => onChange({ ...contact, callbackWish: event.target.value })} />
      ) : null}
    </FieldGroup>
  )
}
