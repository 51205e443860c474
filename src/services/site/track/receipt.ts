import { create as makeQr } from 'qrcode'
import { formatQueryWord, formatReceipt } from '@/domain/matter/receipt'
import type { Lang } from '@/domain/words'
import { now } from '@/lib/clock'
import { clockRowsOf } from '@/services/matters/clockRows'
import { ms } from '@/services/matters/row'
import { queryWordOf } from '@/services/matters/secrets'
import type { OfficeModel } from '@/services/structure/load'
import { holderOf } from '../holder'
import type { Held } from '../report/draft'
import { matterOfReceipt } from './session'
import type { PayloadRequest } from 'payload'

/** A QR code as rows of light and dark. */
export const qrOf = (text: string): { size: number; dark: boolean[] } => {
  const { modules } = makeQr(text, { errorCorrectionLevel: 'M' })
  return { size: modules.size, dark: Array.from(modules.data, Boolean) }
}

export const trackPathOf = (receiptCode: string): string => `/track/${receiptCode}`

/**
 * The receipt of a draft that was sent: code, what was promised, who has it. The query word only while it is the answer to the
 * sending, or to its repetition. Undefined when nothing was sent, or the matter is gone.
 */
export const receiptOf = async (req: PayloadRequest, model: OfficeModel, held: Held | undefined, { lang, origin }: { lang: Lang; origin: string }) => {
  const sent = held?.draft.sent
  const matter = sent ? await matterOfReceipt(req.payload, sent.receiptCode) : undefined
  if (!sent || !matter) return undefined
  const clocks = await clockRowsOf(req, matter.id)
  const due = (clock: string) => ms(clocks.find((row) => row.clock === clock)?.dueAt)
  return {
    code: formatReceipt(matter.receiptCode),
    ...(sent.wordUntil > now() ? { word: formatQueryWord(queryWordOf(matter.idempotencyKey)) } : {}),
    title: matter.title,
    receivedAt: Date.parse(matter.receivedAt),
    dueAt: due('resolve'),
    acceptBy: due('accept'),
    holder: holderOf(model, matter, lang),
    trackPath: trackPathOf(matter.receiptCode),
    qr: qrOf(`${origin}${trackPathOf(matter.receiptCode)}`),
  }
}
