import { discardDraft, readDraft } from '@/services/site/report/draft'
import { door, leadTo, sentCookie, setCookie } from '../../../../../lib/door'

/** The end of a visit at a machine that many people use: what was begun and not sent is forgotten, and nobody follows a report with this browser any more. */
export const POST = door(async ({ payload, request }) => {
  const held = await readDraft(payload, sentCookie(request, 'draft'))
  if (held && !held.draft.sent) await discardDraft(payload, held.token)
  return { to: '/', cookies: [setCookie('draft', '', 0), setCookie('track', '', 0)] }
})

export const GET = leadTo(() => '/')
