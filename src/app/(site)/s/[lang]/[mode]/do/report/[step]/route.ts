import { DomainError } from '@/domain/errors'
import { takeToken } from '@/services/limits'
import { draftHours } from '@/services/site/report/draft'
import { DOORS, submitReport } from '@/services/site/report/submit'
import { door, leadTo, sentCookie, setCookie } from '../../../../../../lib/door'

/** The door of every page of a report: keeps what was typed, and leads on. */
export const POST = door(async ({ payload, model, lang, request, posted, address }, { step }) => {
  const name = DOORS.find((each) => each === step)
  if (!name) throw new DomainError('notFound')
  await takeToken({ payload, door: 'lookup', address })
  const { to, token, over } = await submitReport({ payload, model, lang, door: name, token: sentCookie(request, 'draft'), address, ...posted })
  return { to: over ? `${to}?over` : to, cookies: [token === null ? setCookie('draft', '', 0) : setCookie('draft', token, draftHours(model) * 3600)] }
}, (error, _request, { step }) => {
  if (error.code === 'tooLarge' && (step === 'photos' || step === 'questions')) return `/report/${step}?tooLarge=${String(error.detail.maxMB)}`
  return error.detail.why === 'reportClosed' ? '/report' : undefined
})

export const GET = leadTo(({ step }) => (step === 'describe' ? '/report' : `/report/${step}`))
