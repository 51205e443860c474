import type { Where } from 'payload'
import { updateRowIf } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import { cleanText } from '@/domain/matter/text'
import { both } from '@/i18n'
import { assertPhotos } from '../refs'
import { SLUG } from '@/slugs'
import { idsInput, refuse, textInput, type Act, type ActContext } from './types'

/** A note for colleagues. The reporter never reads it. */
export const note: Act = {
  permission: 'matter.note',
  frozen: true,
  run: ({ input }) => ({ event: { kind: 'act', action: 'note', texts: [{ role: 'internal', text: textInput(input, 'text', { max: 4000 }), readers: 'staff' }] } }),
}

/** An answer to the reporter, read on the tracking page. Stops the first-reply clock. */
export const reply: Act = {
  permission: 'matter.reply',
  frozen: true,
  run: ({ input }) => ({
    event: {
      kind: 'act', action: 'reply', signals: ['replied'], residentLine: both('resident.happened.reply'),
      texts: [{ role: 'reply', text: textInput(input, 'text', { min: 2 }), readers: 'reporter' }],
    },
  }),
}

const shownTo = ({ input, acting, matter }: ActContext): 'staff' | 'reporter' => {
  if (input.visibility === undefined || input.visibility === 'staff') return 'staff'
  if (input.visibility !== 'reporter') throw refuse({ field: 'visibility', code: 'notOffered' })
  // What the reporter sees is an answer to them.
  if (!acting.can('matter.reply', matter)) throw new DomainError('notAllowed', { act: 'attach' })
  return 'reporter'
}

/** Shows photos to the reporter: only those that this person brought. Others need the right to publish. */
const show = async ({ req, matter, acting }: ActContext, photos: string[]): Promise<void> => {
  const person = acting.actor.kind === 'staff' ? acting.actor.id : ''
  for (const id of photos) {
    const own: Where = { and: [{ id: { equals: id } }, { matter: { equals: matter.id } }, { person: { equals: person } }] }
    if ((await updateRowIf(req, SLUG.attachments, own, { visibility: 'reporter' })) !== 1) throw refuse({ field: 'photos', code: 'notOffered' })
  }
}

/** Photos of the work, uploaded before for this very matter; for colleagues, or for the reporter too. */
export const attach: Act = {
  permission: 'matter.attach',
  run: async (context) => {
    const { req, matter, input } = context
    const photos = idsInput(input, 'photos')
    if (photos.length === 0) throw refuse({ field: 'photos', code: 'required' })
    const visibility = shownTo(context)
    await assertPhotos(req, matter.id, photos, SLUG.attachments)
    if (visibility === 'reporter') await show(context, photos)
    const text = typeof input.text === 'string' ? cleanText(input.text) : ''
    return {
      event: {
        kind: 'act', action: 'attach', data: { photos, visibility }, texts: text ? [{ role: 'internal', text, readers: 'staff' }] : [],
        ...(visibility === 'reporter' ? { residentLine: both('resident.happened.photos') } : {}),
      },
    }
  },
}

/** What the reporter adds later. */
export const addInfo: Act = {
  permission: null,
  run: ({ input }) => ({
    event: {
      kind: 'act', action: 'addInfo', data: Array.isArray(input.photos) ? { photos: input.photos } : {}, residentLine: both('resident.happened.addInfo'),
      texts: [{ role: 'addition', text: textInput(input, 'text', { min: 2 }), readers: 'reporter' }],
    },
  }),
}
