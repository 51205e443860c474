import { pathDepth } from '@/domain/grid/path'
import { suggestCategories } from '@/domain/matter/suggest'
import { decideRouting } from '@/services/matters/autoRoute'
import { limitsFor, newClocks } from '@/services/matters/clockRows'
import { rootUnit } from '@/services/matters/createInput'
import { iso, ms, type MatterRow } from '@/services/matters/row'
import type { Desk } from './desk'
import { nearVMs } from './matter/near'
import { categoryRef, shareName } from './names'
import type { SuggestAnswer } from './view'

const wordsIn = (keywords: string | null | undefined): string[] => (keywords ?? '').split(/[\s,，、;；]+/).filter(Boolean)

const likely = (desk: Desk, text: string): SuggestAnswer['categories'] => {
  const rows = desk.model.categories.all.filter(({ active }) => active !== false)
  const found = suggestCategories({ text, categories: rows.map((row) => ({ code: row.code, depth: pathDepth(row.path) - 1, keywords: wordsIn(row.keywords) })) })
  return found.flatMap(({ code, matched }) => {
    const ref = categoryRef(desk, desk.model.categories.byCode.get(code)?.id)
    return ref ? [{ ...ref, why: desk.t('suggest.why', { words: matched.join(' ') }) }] : []
  })
}

type Facts = { text: string; unit?: string; category?: string }

const BLANK = {
  id: '', number: '', receiptCode: '', wordHash: '', idempotencyKey: '', title: '', answers: {}, workflowVersion: '', step: '', phase: 'intake', revision: 1, round: 1, returns: 0, eventCount: 0,
  open: true, openParts: 0, confidentiality: 'normal', participants: '',
} as const

const kindOf = ({ model }: Desk, category: string | undefined): Pick<MatterRow, 'category' | 'categoryPath' | 'severity' | 'type'> => {
  const node = category ? model.categories.byId.get(category) : undefined
  const plain = model.types.all.find(({ openBy }) => openBy.includes('staff'))?.id ?? ''
  return node ? { category: node.id, categoryPath: node.path, severity: node.severity ?? 2, type: node.matterType ?? plain } : { categoryPath: '', severity: 2, type: plain }
}

/** A matter as it would be: rules and limits are asked about it, and it is never stored. */
const imagined = (desk: Desk, { text, unit, category }: Facts): MatterRow => {
  const place = (unit ? desk.model.units.byId.get(unit) : undefined) ?? rootUnit(desk.model)
  const at = iso(desk.now)
  return { ...BLANK, ...kindOf(desk, category), office: desk.viewer.office, unit: place?.id, path: place?.path ?? '', text, receivedAt: at, touchedAt: at }
}

/** The first limit of a matter that runs, with its name. */
export const firstDue = (desk: Desk, matter: MatterRow): { dueAt?: number; dueName?: string } => {
  const { model, now, say } = desk
  const at = Date.parse(matter.receivedAt)
  // A matter that was just made came after the question began.
  const { summary } = newClocks({ model, matter, events: [{ at, signal: 'created' }], now: Math.max(now, at) })
  const limit = limitsFor(model, matter).find(({ clock }) => clock === summary.nextClock)
  return { dueAt: ms(summary.dueAt), ...(limit ? { dueName: say(limit.name) } : {}) }
}

const preview = (desk: Desk, matter: MatterRow): SuggestAnswer['preview'] => {
  const decision = decideRouting(desk.model, matter)
  const owner = shareName(desk, decision)
  return owner ? { owner, reason: desk.say(decision.reason), ...firstDue(desk, matter) } : undefined
}

/** What can be said while a clerk types: likely categories, matters that may be the same, where it would go. A person decides. */
export const suggest = async (desk: Desk, facts: Facts): Promise<SuggestAnswer> => {
  const matter = imagined(desk, facts)
  const near = await nearVMs(desk, { text: facts.text, categoryPath: matter.categoryPath, path: matter.path, unit: facts.unit, category: facts.category, receivedAt: desk.now })
  const found = facts.category ? preview(desk, matter) : undefined
  return { categories: likely(desk, facts.text), near, ...(found ? { preview: found } : {}) }
}
