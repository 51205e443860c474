import { DomainError } from '@/domain/errors'
import { typedCode } from '@/services/site/report/step'
import { actOnReceipt } from '@/services/site/track/act'
import { readSession, SESSION_MS, signSession } from '@/services/site/track/session'
import { door, leadTo, sentCookie, setCookie } from '../../../../../../lib/door'
import { faultQuery } from '../../../../../../lib/trackFaults'

/** What the reporter does on the progress page. */
export const POST = door(async ({ payload, request, posted: { fields, files }, address }) => {
  const opened = readSession(sentCookie(request, 'track'))
  const code = encodeURIComponent(typedCode(fields))
  if (!opened) return { to: `/track?${faultQuery(new DomainError('expired'))}&code=${code}` }
  try {
    const { to, session } = await actOnReceipt({ payload, session: opened, fields, files, address })
    return { to, cookies: [setCookie('track', signSession(session), SESSION_MS / 1000)] }
  } catch (error) {
    if (error instanceof DomainError && error.code === 'expired') return { to: `/track?${faultQuery(error)}&code=${code}` }
    throw error
  }
}, (error, request) => {
  const session = readSession(sentCookie(request, 'track'))
  return error.code === 'tooLarge' && session ? `/track/${session.receiptCode}?tooLarge=${String(error.detail.maxMB)}` : undefined
})

export const GET = leadTo(() => '/track')
