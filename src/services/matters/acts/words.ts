import { cleanText } from '@/domain/matter/text'
import { both } from '@/i18n'
import { assertPhotos } from '../refs'
import { SLUG } from '@/slugs'
import { idsInput, textInput, type Act } from './types'

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

/** Photos of the work, uploaded before for this very matter. */
export const attach: Act = {
  permission: 'matter.attach',
  run: async ({ req, matter, input }) => {
    const photos = idsInput(input, 'photos')
    await assertPhotos(req, matter.id, photos, SLUG.attachments)
    const text = typeof input.text === 'string' ? cleanText(input.text) : ''
    return { event: { kind: 'act', action: 'attach', data: { photos }, texts: text ? [{ role: 'internal', text, readers: 'staff' }] : [] } }
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
