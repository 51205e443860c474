import type { Where } from 'payload'
import { rangeOf } from '@/access/range'
import { countRows, type RowRequest } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import type { Measure } from '@/domain/routines/types'
import type { Span } from '@/domain/routines/period'
import { ROUTINE_KEY } from '@/services/matters/origin'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG, type Slug } from '@/slugs'
import { iso } from './row'

/** From how many of five stars on a reporter counts as satisfied. */
const SATISFIED = 4

type Asked = { from: string; to: string }

const within = (column: string, { from, to }: Asked): Where[] => [{ [column]: { greater_than_equal: from } }, { [column]: { less_than: to } }]

/** What stood open at the end of the period: come before it, and not archived by then. */
const openAt = (prefix: string, { to }: Asked): Where[] => [
  { [`${prefix}receivedAt`]: { less_than: to } },
  { or: [{ [`${prefix}open`]: { equals: true } }, { [`${prefix}archivedAt`]: { greater_than_equal: to } }] },
]

const closed = (prefix: string, asked: Asked): Where[] => [{ [`${prefix}open`]: { equals: false } }, ...within(`${prefix}archivedAt`, asked), { [`${prefix}mergedInto`]: { exists: false } }]

type Count = { slug: Slug; prefix: '' | 'matter.'; where: (asked: Asked) => Where[] }

const byMatter = (where: Count['where']): Count => ({ slug: SLUG.matters, prefix: '', where })

/** Matters by how their resolve clock stands; a matter has one at most. */
const byClock = (where: Count['where']): Count => ({ slug: SLUG.clocks, prefix: 'matter.', where: (asked) => [{ clock: { equals: 'resolve' } }, ...where(asked)] })

const COUNTS: Record<Measure, Count> = {
  received: byMatter((asked) => within('receivedAt', asked)),
  closed: byMatter((asked) => closed('', asked)),
  closedInTime: byClock((asked) => [{ state: { equals: 'met' } }, ...closed('matter.', asked)]),
  open: byMatter((asked) => openAt('', asked)),
  overdue: byClock((asked) => [
    { state: { in: ['running', 'overdue', 'met', 'missed'] } }, { dueAt: { less_than: asked.to } },
    { or: [{ stoppedAt: { exists: false } }, { stoppedAt: { greater_than_equal: asked.to } }] }, ...openAt('matter.', asked),
  ]),
  returned: { slug: SLUG.events, prefix: 'matter.', where: (asked) => [...within('at', asked), { signals: { contains: 'returned' } }] },
  satisfied: byMatter((asked) => [...closed('', asked), { rating: { greater_than_equal: SATISFIED } }]),
  rated: byMatter((asked) => [...closed('', asked), { rating: { exists: true } }]),
}

/** Archived without an answer: refused, withdrawn, handed over. Their clock ended without a verdict, and they count as closed nowhere. */
const UNANSWERED: Partial<Record<Measure, Count>> = { closed: byClock((asked) => [{ state: { equals: 'ended' } }, ...closed('matter.', asked)]) }

/** What routines opened is the office's own paper: figures of what people reported leave it out. */
const reported = (office: string, prefix: string): Where => {
  const from = `${office}:${ROUTINE_KEY}`
  // Everything that begins so lies between it and the same with its last sign one higher.
  const below = from.slice(0, -1) + String.fromCharCode(from.charCodeAt(from.length - 1) + 1)
  return { or: [{ [`${prefix}idempotencyKey`]: { less_than: from } }, { [`${prefix}idempotencyKey`]: { greater_than_equal: below } }] }
}

const inCategories = (model: OfficeModel, codes: readonly string[] | undefined, prefix: string): Where[] => {
  if (!codes) return []
  const parts = codes.map((code): Where => {
    const row = model.categories.byCode.get(code)
    if (!row) throw new DomainError('invalid', { category: code }, [{ field: 'fills', code: 'notOffered' }])
    const { from, below } = rangeOf(row.path)
    return { and: [{ [`${prefix}categoryPath`]: { greater_than_equal: from } }, { [`${prefix}categoryPath`]: { less_than: below } }] }
  })
  return [{ or: parts }]
}

export type Measuring = { req: RowRequest; model: OfficeModel; measure: Measure; span: Pick<Span, 'from' | 'to'>; categories?: readonly string[] }

/**
 * One figure of a period [from, to) (domain.md §7): `received` came in it; `closed` were archived in it with an answer, merged and refused ones left out;
 * `closedInTime` of these met their resolve clock; `open` and `overdue` as it stood at its end; `returned` counts how often something was sent back;
 * `rated` of the closed were given stars by their reporter, `satisfied` four or five. With categories only these and what lies below. What routines
 * opened never counts. Errors: `invalid` for a category that is gone.
 */
export const measure = async ({ req, model, measure: name, span, categories }: Measuring): Promise<number> => {
  const asked: Asked = { from: iso(span.from), to: iso(span.to) }
  const count = ({ slug, prefix, where }: Count): Promise<number> =>
    countRows(req, slug, { and: [{ office: { equals: model.office.id } }, ...where(asked), ...inCategories(model, categories, prefix), reported(model.office.id, prefix)] })
  const less = UNANSWERED[name]
  return (await count(COUNTS[name])) - (less ? await count(less) : 0)
}
