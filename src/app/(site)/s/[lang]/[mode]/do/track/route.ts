import { DomainError } from '@/domain/errors'
import { formatReceipt, parseReceipt } from '@/domain/matter/receipt'
import { field, typedCode } from '@/services/site/report/step'
import { openReceipt, SESSION_MS, signSession } from '@/services/site/track/session'
import { door, leadTo, setCookie } from '../../../../../lib/door'
import { faultQuery } from '../../../../../lib/trackFaults'

/** Code and word open the progress page; both are posted, and only the code stands in an address. */
export const POST = door(async ({ payload, posted: { fields }, address }) => {
  const code = typedCode(fields)
  try {
    const session = await openReceipt({ payload, code, word: field(fields, 'word'), address, fields })
    return { to: `/track/${session.receiptCode}`, cookies: [setCookie('track', signSession(session), SESSION_MS / 1000)] }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const receipt = parseReceipt(code)
    const typed = receipt ? formatReceipt(receipt) : code
    return { to: `/track?${faultQuery(error)}${typed ? `&code=${encodeURIComponent(typed)}` : ''}` }
  }
})

export const GET = leadTo(() => '/track')
