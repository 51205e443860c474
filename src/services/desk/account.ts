import type { Payload } from 'payload'
import { t } from '@/i18n'
import type { Lang } from '@/domain/words'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { readAccount } from '@/services/session/account'
import { isSetUp, mustHaveFactor, readFactor, type FactorRow } from '@/services/session/factor/read'
import { sessionsOf, type SessionLine } from '@/services/session/sessions'
import { seal, unseal } from './seal'
import type { AccountVM, SessionRowVM } from './view'

const DAY = 86_400_000

type Ask = { payload: Payload; lang: Lang; person: { id: string; name: string; username: string }; sid: string }

const rowOf = (lang: Lang, { browser, system, ...line }: SessionLine): SessionRowVM => ({
  ...line,
  device: t(lang, 'account.device', { browser: t(lang, `account.browser.${browser as 'other'}`), system: t(lang, `account.system.${system as 'other'}`) }),
})

const passwordOf = (changedAt: unknown): Pick<AccountVM, 'passwordAt' | 'passwordLeft'> => {
  const at = Date.parse(String(changedAt ?? ''))
  if (!Number.isFinite(at)) return {}
  const days = env().PASSWORD_MAX_DAYS
  return { passwordAt: at, ...(days > 0 ? { passwordLeft: Math.max(0, Math.ceil((at + days * DAY - now()) / DAY)) } : {}) }
}

/** When and by whom the second factor was reset, as long as the person has not said that they know: also once a new one is set up, which some roles must do before they see anything. */
export const resetOf = (factor: FactorRow | undefined): AccountVM['reset'] =>
  factor?.resetAt && !factor.toldAt ? { at: Date.parse(factor.resetAt), by: factor.resetBy ?? '' } : undefined

const factorOf = async (payload: Payload, person: string, factor: FactorRow | undefined): Promise<AccountVM['factor']> => ({
  on: isSetUp(factor), required: await mustHaveFactor(payload, person), codesLeft: Array.isArray(factor?.recovery) ? factor.recovery.length : 0, setUpHref: '/desk/second-factor?next=/desk/account',
  ...(factor?.confirmedAt ? { since: Date.parse(factor.confirmedAt) } : {}),
})

/** One's own account as the page shows it. */
export const accountView = async ({ payload, lang, person, sid }: Ask): Promise<AccountVM> => {
  const account = await readAccount({ payload }, { id: person.id })
  const factor = await readFactor({ payload }, person.id)
  const reset = resetOf(factor)
  return {
    action: '/desk/account/go', name: person.name, username: person.username, passwordHref: '/desk/password', ...passwordOf(account?.row.passwordChangedAt),
    factor: await factorOf(payload, person.id, factor), ...(reset ? { reset } : {}), sessions: (await sessionsOf(payload, person.id, sid)).map((line) => rowOf(lang, line)),
  }
}

const PURPOSE = 'desk:recovery'

/** Recovery codes on their way from the answer of a form to the page that shows them: sealed, in a cookie of a few minutes. */
export const sealRecovery = (person: string, codes: string[]): string => seal(PURPOSE, { person, codes })

/** What `sealRecovery` sealed for this person; nothing for anybody else. */
export const openRecovery = (person: string, sealed: string | undefined): string[] => {
  const opened = unseal<{ person: string; codes: string[] }>(PURPOSE, sealed)
  return opened?.person === person ? opened.codes : []
}
