import { maskEmail, maskName, maskPhone } from '@/domain/privacy/mask'
import { consentOf, type ConsentBy } from './consent'
import { encryptContact, type Contact } from './contact'
import { CALLBACK_YES } from './createInput'

const masked = (contact: Contact) => ({
  ...(contact.name ? { name: maskName(contact.name) } : {}),
  ...(contact.phone ? { phone: maskPhone(contact.phone) } : {}),
  ...(contact.email ? { email: maskEmail(contact.email) } : {}),
  ...(contact.callback ? { callback: CALLBACK_YES } : {}),
})

/** The columns of contact details: sealed, masked, with the consent they were left under. */
export const contactColumns = ({ matter, contact, lang, by, at }: { matter: string; contact: Contact; lang: string | null | undefined; by: ConsentBy; at: number }) =>
  ({ ...encryptContact(matter, contact), masked: masked(contact), consent: consentOf({ lang, by, at }) })

/** The columns of contact details that are gone. */
export const NO_CONTACT = { cipher: null, masked: null, keyId: null, consent: null, eraseAfter: null } as const
