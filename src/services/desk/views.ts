import type { Where } from 'payload'
import { newId } from '@/db/ids'
import { queueCounts } from '@/db/queue'
import { deleteRows, findRow, findRows, insertRow } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { DomainError } from '@/domain/errors'
import { cleanLine, codePoints } from '@/domain/matter/text'
import { idOf } from '@/lib/idOf'
import { appendAudit } from '@/services/audit/append'
import { SLUG } from '@/slugs'
import type { Desk } from './desk'
import { filtersOf } from './filters'
import { PAST_INTAKE, turnPhases } from './first'
import type { QueueQuery, SavedView } from './view'

const MAX_VIEWS = 40
const MAX_NAME = 40

type View = Omit<SavedView, 'count' | 'late'>

const everybodys = ({ t }: Desk): View[] => [
  { id: 'open', name: t('view.open'), group: 'everybody', query: {} },
  { id: 'intake', name: t('view.intake'), group: 'everybody', query: { phase: ['intake'] } },
  { id: 'late', name: t('view.late'), group: 'everybody', query: { clock: ['late'] } },
  { id: 'soon', name: t('view.soon'), group: 'everybody', query: { clock: ['soon'] } },
  { id: 'nobody', name: t('view.nobody'), group: 'everybody', query: { owner: ['nobody'], phase: PAST_INTAKE } },
  { id: 'back', name: t('view.back'), group: 'everybody', query: { returned: true } },
]

const turnView = (desk: Desk): View[] => {
  const phase = turnPhases(desk)
  return phase.length > 0 ? [{ id: 'turn', name: desk.t('view.turn'), group: 'mine', query: { phase } }] : []
}

const builtIn = (desk: Desk): View[] => [
  ...everybodys(desk),
  ...turnView(desk),
  { id: 'mine', name: desk.t('view.mine'), group: 'mine', query: { owner: ['me'] } },
]

const kept = async ({ payload, viewer, acting }: Desk): Promise<View[]> => {
  const own: Where = { person: { equals: viewer.id } }
  const shared: Where = { and: [{ shared: { equals: true } }, { team: { in: acting.teams } }] }
  const rows = await findRows({ payload }, SLUG.views, {
    where: { and: [{ office: { equals: viewer.office } }, { or: acting.teams.length > 0 ? [own, shared] : [own] }] }, sort: ['order', 'id'],
  })
  return rows.map((row) => {
    const mine = idOf(row.person) === viewer.id
    return { id: row.id, name: row.name, group: row.shared ? 'team' as const : 'mine' as const, query: row.query as QueueQuery, removable: mine }
  })
}

const counted = async (desk: Desk, view: View): Promise<SavedView> => {
  const { payload, viewer, now } = desk
  const { all, late } = await queueCounts({ payload, viewer, now, filters: filtersOf(view.query, desk) })
  return { ...view, count: all, ...(late > 0 ? { late } : {}) }
}

/** Everybody's views, one's own and those shared with one's teams, each with what it holds now. */
export const listViews = async (desk: Desk): Promise<SavedView[]> => {
  const views = [...builtIn(desk), ...(await kept(desk))]
  return Promise.all(views.map((view) => counted(desk, view)))
}

export type NewView = { name: string; query: QueueQuery; team?: string }

const checked = ({ name, team }: NewView, { acting }: Desk): string => {
  const clean = cleanLine(name)
  if (!clean) throw new DomainError('invalid', {}, [{ field: 'name', code: 'required' }])
  if (codePoints(clean) > MAX_NAME) throw new DomainError('invalid', {}, [{ field: 'name', code: 'tooLong', params: { max: MAX_NAME } }])
  if (team !== undefined && !acting.teams.includes(team)) throw new DomainError('invalid', {}, [{ field: 'team', code: 'notOffered' }])
  return clean
}

/** Keeps a query under a name, for oneself or for a team one belongs to. Errors: `invalid`, `tooMany`. */
export const saveView = async (desk: Desk, input: NewView): Promise<SavedView> => {
  const name = checked(input, desk)
  const { payload, viewer, me, acting } = desk
  const { view: _view, ...query } = input.query
  const id = await withTransaction(payload, async (req) => {
    const mine = await findRows(req, SLUG.views, { where: { person: { equals: viewer.id } }, select: { name: true } })
    if (mine.length >= MAX_VIEWS) throw new DomainError('tooMany', { max: MAX_VIEWS })
    const made = await insertRow(req, SLUG.views, { id: newId(), office: viewer.office, person: viewer.id, team: input.team, shared: input.team !== undefined, name, query, order: mine.length })
    await appendAudit(req, { office: viewer.office, action: 'view.save', actor: { kind: 'staff', id: me.id, name: me.name }, targetKind: SLUG.views, target: made, address: acting.address })
    return made
  })
  return counted(desk, { id, name, group: input.team ? 'team' : 'mine', query, removable: true })
}

/** Takes one's own view away. Errors: `notFound`. */
export const removeView = async ({ payload, viewer, me, acting }: Desk, id: string): Promise<void> => {
  await withTransaction(payload, async (req) => {
    const own: Where = { and: [{ id: { equals: id } }, { person: { equals: viewer.id } }] }
    if (!(await findRow(req, SLUG.views, { where: own }))) throw new DomainError('notFound')
    await deleteRows(req, SLUG.views, own)
    await appendAudit(req, { office: viewer.office, action: 'view.remove', actor: { kind: 'staff', id: me.id, name: me.name }, targetKind: SLUG.views, target: id, address: acting.address })
  })
}
