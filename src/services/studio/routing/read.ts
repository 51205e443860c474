import { DomainError } from '@/domain/errors'
import { readRouting } from '@/domain/routing/schema'
import type { RoutingSet } from '@/domain/routing/types'
import { t } from '@/i18n'
import type { Desk } from '@/services/desk/desk'

const ruleAt = (path: string): number | undefined => {
  const [, at] = /^\/rules\/(\d+)/.exec(path) ?? []
  return at === undefined ? undefined : Number(at) + 1
}

/** A set of rules from a request, saved or not. Errors: `invalid`, which names the rules that are not whole yet in `detail.said`. */
export const setFrom = ({ lang }: Pick<Desk, 'lang'>, raw: unknown): RoutingSet => {
  const reading = readRouting(raw)
  if (reading.ok) return reading.set
  const numbers = [...new Set(reading.problems.flatMap(({ path }) => ruleAt(path) ?? []))].slice(0, 20)
  const said = numbers.map((number) => ({ path: `/rules/${number - 1}`, text: t(lang, 'studioRouting.unfinished', { number }) }))
  throw new DomainError('invalid', { said }, reading.problems.slice(0, 20).map(({ path, code }) => ({ field: path, code })))
}
