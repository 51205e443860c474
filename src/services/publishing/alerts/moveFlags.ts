import type { Payload } from 'payload'
import { newId } from '@/db/ids'
import { findRows, insertRow, isNotUnique, updateRowIf } from '@/db/rows'
import { afterCommit, withTransaction } from '@/db/transaction'
import { movedUntil } from '@/domain/publishing/alert'
import { idOf } from '@/lib/idOf'
import { now } from '@/lib/clock'
import { wordsOf } from '@/lib/wordsOf'
import { appendAudit } from '@/services/audit/append'
import { plainText } from '@/services/site/content/plainText'
import { forgetPages } from '@/services/site/pages/forget'
import type { Notice } from '@/payload-types'
import { SLUG } from '@/slugs'

const ALERT_TEXT = 60

const short = (text: string): string => (text.length > ALERT_TEXT ? `${text.slice(0, ALERT_TEXT)}…` : text)

/** What residents read of it so far: its title, and how its text begins. */
const saying = (title: string, body: unknown): string => [title, short(plainText(body).replace(/\s+/g, ' '))].filter(Boolean).join('：')

const bodyIn = (row: Notice, lang: 'zh' | 'en'): unknown => (row.body as unknown as Record<string, unknown> | null)?.[lang]

const moveOne = (payload: Payload, row: Notice): Promise<void> =>
  withTransaction(payload, async (req) => {
    const at = now()
    const until = row.alertUntil ? Date.parse(row.alertUntil) : undefined
    const office = idOf(row.office) ?? ''
    if (until === undefined || until > at) {
      const title = wordsOf(row.title)
      await insertRow(req, SLUG.alerts, {
        id: newId(), office, zh: saying(title.zh, bodyIn(row, 'zh')), ...(title.en ? { en: saying(title.en, bodyIn(row, 'en')) } : {}), path: `/notices/${row.code}`,
        from: row.publishedAt ?? new Date(at).toISOString(), until: new Date(movedUntil(until, at)).toISOString(), revision: 1, movedFrom: row.id,
      })
      await appendAudit(req, { office, action: 'alert.start', actor: { kind: 'system' }, targetKind: SLUG.alerts, target: row.id, detail: { code: row.code } })
    }
    await updateRowIf(req, SLUG.notices, { id: { equals: row.id } }, { alert: false, alertUntil: null })
    await afterCommit(req, forgetPages)
  })

/** Alerts were a mark on a notice once: those that stand become alerts of their own, each once, and keep standing. Returns how many notices were unmarked. */
export const moveAlertFlags = async (payload: Payload): Promise<number> => {
  const marked = await findRows({ payload }, SLUG.notices, { where: { and: [{ alert: { equals: true } }, { _status: { equals: 'published' } }] }, sort: 'id' })
  for (const row of marked) {
    try {
      await moveOne(payload, row)
    } catch (error) {
      // Another process was faster: it stands already.
      if (!isNotUnique(error)) throw error
    }
  }
  return marked.length
}
