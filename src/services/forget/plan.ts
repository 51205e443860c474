import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { allDue, type Due } from './due'
import { rulesInForce, type Rule } from './rules'
import type { OfficeModel } from '@/services/structure/load'

/** Lines of a list that a page shows; the rest is counted. */
const SHOWN = 200
/** Every line, for a file. */
export const WHOLE = Number.POSITIVE_INFINITY
/** What one run takes at most; the rest waits for the next, which follows at once. */
export const RUN_MOST = 2000

/** One line of the list: no word of anybody in it. */
export type PlanLine = { kind: 'matter' | 'entry'; id: string; code: string; rule: string; mode: Rule['mode']; openedAt: number; lastAt: number; held: boolean; hasContact: boolean }

export type PlanTotal = { rule: Rule; n: number; oldest?: number; newest?: number }

export type Plan = { rules: Rule[]; totals: PlanTotal[]; due: number; /** There is more than one run takes. */ more: boolean; held: number; lines: PlanLine[]; /** Over every line that is not held, in order. */ digest: string }

export const codeOf = (due: Due): string => (due.kind === 'matter' ? due.row.number : `${due.rule.code}/${due.row.code}`)

const lineOf = (due: Due): PlanLine => ({
  kind: due.kind, id: due.row.id, code: codeOf(due), rule: due.rule.code, mode: due.rule.mode, lastAt: due.lastAt, held: due.held,
  openedAt: Date.parse(due.kind === 'matter' ? due.row.receivedAt : due.row.createdAt), hasContact: due.kind === 'matter' && due.row.hasContact === true,
})

const counted = (total: PlanTotal, { lastAt }: Due): PlanTotal =>
  ({ ...total, n: total.n + 1, oldest: Math.min(total.oldest ?? lastAt, lastAt), newest: Math.max(total.newest ?? lastAt, lastAt) })

/** What would be forgotten now, and what is held: a dry run. Nothing is written. `shown`: how many lines are told. */
export const planOf = async (payload: Payload, model: OfficeModel, now: number, shown = SHOWN): Promise<Plan> => {
  const rules = await rulesInForce(payload, model)
  const totals = new Map(rules.map((rule) => [rule, { rule, n: 0 } as PlanTotal]))
  const hash = createHash('sha256')
  const lines: PlanLine[] = []
  let [due, held, more] = [0, 0, false]
  for await (const each of allDue({ req: { payload }, office: model.office.id, now }, rules)) {
    if (due === RUN_MOST) {
      more = true
      break
    }
    if (lines.length < shown) lines.push(lineOf(each))
    if (each.held) {
      held += 1
      continue
    }
    due += 1
    hash.update(`${each.kind} ${codeOf(each)} ${each.rule.mode}\n`)
    totals.set(each.rule, counted(totals.get(each.rule) ?? { rule: each.rule, n: 0 }, each))
  }
  return { rules, totals: [...totals.values()], due, more, held, lines, digest: hash.digest('hex') }
}
