import { createHash } from 'node:crypto'
import { t } from '@/i18n'
import { iso } from './row'

export type ConsentBy = 'reporter' | 'staff'

/** What somebody agreed to when contact details were left: which words, when, for what. Kept with them, and goes with them. */
export type Consent = { version: string; text: string; lang: 'zh' | 'en'; at: string; by: ConsentBy; purposes: readonly ['callBack'] }

const wordsIn = (lang: 'zh' | 'en', by: ConsentBy): string => t(lang, by === 'staff' ? 'rights.consent.byStaff' : 'rights.consent.text')

/** Tells one wording from the next, in both languages together. */
export const consentVersion = (by: ConsentBy): string => createHash('sha256').update(`${wordsIn('zh', by)}\n${wordsIn('en', by)}`).digest('hex').slice(0, 12)

/** The record of a consent given now (PIPL 14, 17). */
export const consentOf = ({ lang, by, at }: { lang: string | null | undefined; by: ConsentBy; at: number }): Consent => {
  const read = lang === 'en' ? 'en' : 'zh'
  return { version: consentVersion(by), text: wordsIn(read, by), lang: read, at: iso(at), by, purposes: ['callBack'] }
}
