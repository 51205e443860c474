import { findRow, insertRow, updateRowIf } from '@/db/rows'
import { newId } from '@/db/ids'
import { cleanText } from '@/domain/matter/text'
import { both } from '@/i18n'
import { assertNotHeld } from '@/services/forget/holds'
import { SLUG } from '@/slugs'
import { contactColumns, NO_CONTACT } from '../contactRow'
import { decryptContact, type Contact, type ContactCipher } from '../contact'
import { readContact } from '../createInput'
import { iso } from '../row'
import { eraseOwnContents } from './ownWords'
import { refuse, textInput, type Act, type ActContext } from './types'

const DAY = 86_400_000
const ANSWER_DAYS = 15

/** Within how many days the office answers a wish to erase. */
export const erasureDays = (office: { erasureReplyDays?: number | null }): number => office.erasureReplyDays ?? ANSWER_DAYS

const contactRow = ({ req, matter }: ActContext) => findRow(req, SLUG.contacts, { where: { matter: { equals: matter.id } } })

/** Consent is withdrawn: the contact details go at once, whatever becomes of the matter. Errors: `guardFailed` while they are held; `invalid` when there are none. */
export const eraseContact: Act = {
  permission: null,
  frozen: true,
  run: async (context) => {
    const { req, matter, at } = context
    await assertNotHeld(req, matter.id)
    if ((await updateRowIf(req, SLUG.contacts, { and: [{ matter: { equals: matter.id } }, { erasedAt: { exists: false } }] }, { ...NO_CONTACT, erasedAt: iso(at) })) !== 1) throw refuse({ field: 'contact', code: 'gone' })
    return { changes: { hasContact: false }, event: { kind: 'act', action: 'eraseContact', residentLine: both('rights.happened.eraseContact') } }
  },
}

/** A wish to be called back stays as it was left. */
const withWish = (matter: string, contact: Contact, row: { keyId?: string | null; cipher?: unknown } | undefined): Contact => {
  const kept = row?.keyId ? decryptContact(matter, { keyId: row.keyId, cipher: (row.cipher ?? {}) as ContactCipher }).callback : undefined
  return { ...contact, ...(kept && (contact.phone ?? contact.email) ? { callback: kept } : {}) }
}

/** Corrects the contact details, or leaves some for the first time; the consent is asked again. The history says that they changed, never what they were. */
export const correctContact: Act = {
  permission: null,
  run: async (context) => {
    const { req, matter, input, at } = context
    const { contact, errors } = readContact(input)
    if (errors.length > 0) throw refuse(...errors)
    if (Object.keys(contact).length === 0) throw refuse({ field: 'contact.phone', code: 'required' })
    if (input.consent !== true) throw refuse({ field: 'consent', code: 'required' })
    const row = await contactRow(context)
    const columns = { ...contactColumns({ matter: matter.id, contact: withWish(matter.id, contact, row ?? undefined), lang: matter.lang, by: 'reporter', at }), erasedAt: null, eraseAfter: null }
    if (row) await updateRowIf(req, SLUG.contacts, { id: { equals: row.id } }, columns)
    else await insertRow(req, SLUG.contacts, { id: newId(), office: matter.office, matter: matter.id, ...columns })
    return { changes: { hasContact: true }, event: { kind: 'act', action: 'correctContact', residentLine: both('rights.happened.correctContact') } }
  },
}

/** Asks for erasure of a matter that is in hand: somebody answers within the days the office promises. */
export const askErasure: Act = {
  permission: null,
  run: ({ model, matter, input, at }) => {
    if (matter.eraseAskedAt) throw refuse({ field: 'eraseReason', code: 'asked' })
    const reason = typeof input.reason === 'string' ? cleanText(input.reason).slice(0, 500) : ''
    const days = erasureDays(model.office)
    return {
      changes: { eraseAskedAt: iso(at), eraseAnswerBy: iso(at + days * DAY) },
      event: { kind: 'act', action: 'askErasure', data: { days }, residentLine: both('rights.happened.askErasure', { days }), texts: reason ? [{ role: 'reason', text: reason, readers: 'reporter' }] : [] },
    }
  },
}

/**
 * Answers a wish to erase. Agreed: the reporter's words, place, photos and contact go now, and the work may go on without them. Refused: with the reason, which the reporter
 * reads. Errors: `invalid` when nothing was asked; `guardFailed` when it is to be agreed to while a hold stands.
 */
export const answerErasure: Act = {
  permission: 'matter.reply',
  frozen: true,
  run: async (context) => {
    const { matter, input } = context
    if (!matter.eraseAskedAt) throw refuse({ field: 'agree', code: 'notOffered' })
    if (typeof input.agree !== 'boolean') throw refuse({ field: 'agree', code: 'required' })
    const text = textInput(input, 'text', { min: 4, max: 1000 })
    const said = { kind: 'act' as const, signals: ['replied' as const], texts: [{ role: 'reply' as const, text, readers: 'reporter' as const }] }
    if (!input.agree) return { changes: { eraseAskedAt: null, eraseAnswerBy: null }, event: { ...said, action: 'refuseErasure', residentLine: both('rights.happened.refuseErasure') } }
    const { photos, changes } = await eraseOwnContents(context)
    return { changes, event: { ...said, action: 'agreeErasure', data: { photos }, residentLine: both('rights.happened.agreeErasure') } }
  },
}
