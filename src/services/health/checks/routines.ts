import type { Where } from 'payload'
import { findRows } from '@/db/rows'
import type { Words } from '@/domain/words'
import { defOf, iso, routinesOf, type RoutineRow } from '@/services/routines/row'
import { SLUG } from '@/slugs'
import type { Check, Finding, Ground } from '../types'

const DAY = 86_400_000
/** A failure that nobody mended is told for so long; what was due then is past. */
const TOLD = 31 * DAY

const EDITOR = { href: '/admin/structure/routines', needs: ['structure.view', 'structure.edit'] } as const

const runsWhere = ({ model }: Ground, ...more: Where[]): Where => ({ and: [{ office: { equals: model.office.id } }, ...more] })

const failed = async (ground: Ground, rows: readonly RoutineRow[]): Promise<Finding[]> => {
  const runs = await findRows(ground, SLUG.runs, { where: runsWhere(ground, { state: { equals: 'failed' } }, { dueAt: { greater_than: iso(ground.now - TOLD) } }), select: { routine: true } })
  const ids = new Set(runs.map(({ routine }) => String(routine)))
  const names = rows.filter(({ id }) => ids.has(id)).map(({ name }): Words => name)
  return names.length > 0 ? [{ code: 'routineFailed', gravity: 'now', params: { n: names.length }, names, fix: EDITOR }] : []
}

const late = async (ground: Ground): Promise<Finding[]> => {
  const runs = await findRows(ground, SLUG.runs, { where: runsWhere(ground, { state: { equals: 'opened' } }, { total: { greater_than: 0 } }, { limitAt: { less_than: iso(ground.now) } }), select: { title: true } })
  return runs.length > 0 ? [{ code: 'roundLate', gravity: 'soon', params: { n: runs.length }, names: runs.map(({ title }) => ({ zh: title ?? '' })), fix: { href: '/desk/rounds?all=1', needs: ['register.view', 'register.edit'] } }] : []
}

const broken = (rows: readonly RoutineRow[]): Finding[] => {
  const names = rows.filter((row) => row.active !== false && !defOf(row)).map(({ name }) => name)
  return names.length > 0 ? [{ code: 'routineBroken', gravity: 'now', params: { n: names.length }, names, fix: EDITOR }] : []
}

/** Routines that could not open their work, rounds that nobody finished in time, and plans that cannot be read. */
export const routines: Check = async (ground) => {
  const rows = await routinesOf(ground, ground.model.office.id)
  return [...(await failed(ground, rows)), ...(await late(ground)), ...broken(rows)]
}
