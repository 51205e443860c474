import { localDate } from '@/domain/clocks'
import { toLocal } from '@/domain/clocks/zone'
import type { WorkflowDef } from '@/domain/workflow/types'
import { t, tMaybe } from '@/i18n'
import { idOf } from '@/lib/idOf'
import type { AuditLog } from '@/payload-types'
import { isNamed } from '@/services/structure/auditOf'
import { SLUG } from '@/slugs'
import type { Desk } from '../desk'
import type { AuditLineVM } from '../view/audit'

const LENGTH = 'YYYY-MM-DD HH:mm:ss'.length

const stamp = (at: string, { model: { calendar } }: Desk): string => new Date(toLocal(calendar.timeZone, Date.parse(at))).toISOString().slice(0, LENGTH).replace('T', ' ')

/** Details that are keys and counts; whatever else an entry holds is not shown. */
const SHOWN = ['number', 'count', 'format', 'role', 'username', 'door', 'why', 'more', 'day', 'seq', 'from', 'to', 'days', 'kinds', 'way'] as const

const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number'

const detailOf = ({ detail }: AuditLog): Record<string, unknown> => (detail && typeof detail === 'object' && !Array.isArray(detail) ? detail : {})

const kindName = (kind: string | number, lang: Desk['lang']): string => tMaybe(lang, `audit.kind.${String(kind).replaceAll('-', '_')}`) ?? tMaybe(lang, `audit.privacy.kind.${kind}`) ?? String(kind)

const listSaid = (value: unknown, { lang }: Desk): unknown => (Array.isArray(value) ? value.filter(isPlain).map((each) => kindName(each, lang)).join(lang === 'zh' ? '、' : ', ') : value)

/** A detail in words; numbers of entries are told with what they count. */
const saidOf = (row: AuditLog, name: (typeof SHOWN)[number], shown: string | number, { lang }: Desk): string => {
  if (name === 'seq') return t(lang, row.targetKind === SLUG.matters ? 'audit.changeOf' : 'audit.upTo', { n: shown })
  return `${t(lang, `audit.detail.${name}`)} ${name === 'why' ? (tMaybe(lang, `audit.why.${shown}`) ?? shown) : shown}`
}

const moreOf = (row: AuditLog, desk: Desk): string =>
  SHOWN.flatMap((name) => {
    const shown = listSaid(detailOf(row)[name], desk)
    return isPlain(shown) && name !== 'number' ? [saidOf(row, name, shown, desk)] : []
  }).join(' · ')

const transitionName = (action: string, { model, say }: Desk): string | undefined => {
  const code = action.slice('matter.'.length)
  const all = model.workflows.all.flatMap(({ definition }) => (definition as Partial<WorkflowDef> | null)?.transitions ?? [])
  return say(all.find((each) => each.code === code)?.name) || undefined
}

const whatOf = (row: AuditLog, desk: Desk): string =>
  tMaybe(desk.lang, `audit.action.${row.action.replaceAll('.', '_')}`) ?? (row.action.startsWith('matter.') ? transitionName(row.action, desk) : undefined) ?? t(desk.lang, 'audit.otherAction', { code: row.action })

const personName = (id: string, { model }: Desk): string | undefined => model.people.get(id)?.name

const objectOf = (row: AuditLog, desk: Desk): string => {
  const kind = tMaybe(desk.lang, `audit.kind.${(row.targetKind ?? '').replaceAll('-', '_')}`) ?? ''
  const { number, label, code, person } = detailOf(row)
  // What older entries hold of people's own words stays where it is, and is not shown.
  const name = [number, isNamed(row.targetKind ?? '') ? label : undefined, code].find((value) => typeof value === 'string' && value !== '')
  return [kind, name ?? personName(String(person ?? row.target ?? ''), desk) ?? row.target ?? ''].filter(Boolean).join(' ')
}

const whoOf = (row: AuditLog, desk: Desk): string => {
  if (row.actorKind === 'staff') return row.actorName || personName(idOf(row.actor) ?? '', desk) || t(desk.lang, 'audit.stranger')
  if (row.actorKind === 'reporter') return t(desk.lang, 'audit.reporter')
  const name = row.actorName ?? ''
  return `${t(desk.lang, `audit.${row.actorKind}`)} ${tMaybe(desk.lang, `audit.job.${name}`) ?? name}`.trim()
}

/** An entry in words. */
export const auditLine = (row: AuditLog, desk: Desk): AuditLineVM => ({
  seq: row.seq, at: stamp(row.at, desk), who: whoOf(row, desk), where: row.address ?? '', what: whatOf(row, desk), object: objectOf(row, desk), more: moreOf(row, desk), outcome: row.outcome ?? 'done',
})

export const auditStamp = stamp
export const auditDay = (at: number, { model: { calendar } }: Desk): string => localDate(at, calendar)
