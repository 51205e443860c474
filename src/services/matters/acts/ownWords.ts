import type { Where } from 'payload'
import { findRows, updateRowIf } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { cleanText, titleOf } from '@/domain/matter/text'
import { both, t } from '@/i18n'
import { leaveAskedMark } from '@/services/forget/askedMark'
import { assertNotHeld } from '@/services/forget/holds'
import { eraseAttachments } from '@/services/photos/erase'
import { SLUG } from '@/slugs'
import { NO_CONTACT } from '../contactRow'
import { readText } from '../createInput'
import { iso, type MatterRow } from '../row'
import { searchTextOf } from '../searchText'
import { refuse, type Act, type ActContext } from './types'

const langOf = ({ lang }: MatterRow): 'zh' | 'en' => (lang === 'en' ? 'en' : 'zh')


/** Corrects what the reporter wrote first. Those who handle it read the new words and, in the history, the old ones. */
export const correctOwn: Act = {
  permission: null,
  run: ({ matter, input }) => {
    const { text, errors } = readText(input.text)
    if (errors.length > 0) throw refuse(...errors)
    const before = matter.text ?? ''
    if (before === '' || cleanText(before) === text) throw refuse({ field: 'text', code: 'unchanged' })
    const title = matter.title === titleOf({ text: before }) ? titleOf({ text }) : matter.title
    return {
      changes: { text, title, searchText: searchTextOf({ ...matter, text, title }) },
      event: {
        kind: 'act', action: 'correctOwn', residentLine: both('resident.happened.correctOwn'),
        texts: [
          { role: 'addition', text, readers: 'reporter' },
          { role: 'internal', text: t(langOf(matter), 'resident.track.before', { text: before }), readers: 'staff' },
        ],
      },
    }
  },
}

type OwnEvent = { actorKind: string; texts?: { id: string; role: string }[] | null }

/** Ids of everything the reporter wrote: the description, whoever typed it in, and all words of their own acts. */
const ownTexts = async ({ req, matter }: ActContext): Promise<string[]> => {
  const events = (await findRows(req, SLUG.events, { where: { matter: { equals: matter.id } } })) as unknown as OwnEvent[]
  return events.flatMap(({ actorKind, texts }) => (texts ?? []).filter(({ role }) => role === 'description' || actorKind === 'reporter').map(({ id }) => id))
}

const erasePhotos = ({ req, matter }: ActContext): Promise<number> => {
  const own: Where = { and: [{ matter: { equals: matter.id } }, { addedBy: { equals: 'reporter' } }, { erasedAt: { exists: false } }] }
  return eraseAttachments(req, own, { drop: false })
}

/** Nothing is left by which a digest in the chain could be guessed back: the keys go with the words (decisions.md 16). */
const eraseTexts = async (context: ActContext): Promise<void> => {
  for (const id of await ownTexts(context)) await updateRowIf(context.req, SLUG.texts, { and: [{ id: { equals: id } }, { erasedAt: { exists: false } }] }, { text: null, key: null, erasedAt: iso(context.at) })
}

/**
 * Erases what the reporter left, for good, inside the act that does so. Returns how many photos went and what changes of the matter. Errors: `guardFailed`
 * while something keeps it.
 */
export const eraseOwnContents = async (context: ActContext): Promise<{ photos: number; changes: Partial<MatterRow> }> => {
  const { req, model, matter, at } = context
  await assertNotHeld(req, matter.id)
  await leaveAskedMark({ req, model, matter, at })
  await eraseTexts(context)
  const photos = await erasePhotos(context)
  await updateRowIf(req, SLUG.contacts, { and: [{ matter: { equals: matter.id } }, { erasedAt: { exists: false } }] }, { ...NO_CONTACT, erasedAt: iso(at) })
  const title = t(langOf(matter), 'resident.track.erasedTitle')
  return { photos, changes: { text: null, title, address: null, lng: null, lat: null, answers: {}, hasContact: false, eraseAskedAt: null, eraseAnswerBy: null, searchText: searchTextOf({ ...matter, text: null, title, address: null }) } }
}

/**
 * Erases the reporter's own words, address, answers, photos and contact details for good, once the matter is closed; that there was something
 * stays in the history. Errors: `guardFailed` while it is worked on.
 */
export const eraseOwn: Act = {
  permission: null,
  frozen: true,
  run: async (context) => {
    const { matter } = context
    if (matter.open) throw new DomainError('guardFailed', { guard: 'stillOpen' })
    if (matter.text === '' || matter.text == null) throw refuse({ field: 'text', code: 'unchanged' })
    const { photos, changes } = await eraseOwnContents(context)
    return { changes, event: { kind: 'act', action: 'eraseOwn', data: { photos }, residentLine: both('resident.happened.eraseOwn') } }
  },
}
