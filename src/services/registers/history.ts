import { findRows } from '@/db/rows'
import { canonical } from '@/domain/canonical'
import type { Answers } from '@/domain/forms/types'
import { fieldsOf } from '@/domain/registers/fields'
import type { RegisterDef } from '@/domain/registers/types'
import { t } from '@/i18n'
import { eachInTurn } from '@/lib/eachInTurn'
import { idOf } from '@/lib/idOf'
import type { Desk } from '@/services/desk/desk'
import { unitRef } from '@/services/desk/names'
import { registerVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import { cellText } from './present'
import { ms, type EntryRow } from './row'
import type { Change, HistoryLine } from './view'

const MOST = 100

/** What history keeps of an entry: everything a person can change. */
export type Kept = Pick<EntryRow, 'office' | 'register' | 'version' | 'code' | 'title' | 'answers' | 'unit' | 'address' | 'lng' | 'lat' | 'active' | 'reviewedAt'>

export const keptOf = ({ office, register, version, code, title, answers, unit, address, lng, lat, active, reviewedAt }: EntryRow): Kept & Record<string, unknown> => ({
  office, register, version, code, title, answers, unit: unit ?? null, address: address ?? '', lng: lng ?? null, lat: lat ?? null, active: active !== false, reviewedAt: reviewedAt ?? null,
})

const pointText = ({ lng, lat }: Pick<Kept, 'lng' | 'lat'>): string => (typeof lng === 'number' && typeof lat === 'number' ? `${lng}, ${lat}` : '')

type Naming = Pick<Desk, 'model' | 'say' | 'lang'>

const placeChanges = (desk: Naming, before: Kept, after: Kept): Change[] => {
  const label = (name: 'unitName' | 'address' | 'point'): string => t(desk.lang, `registers.column.${name}`)
  const unit = (kept: Kept): string => unitRef(desk, kept.unit)?.name ?? ''
  return [
    { label: label('unitName'), before: unit(before), after: unit(after) },
    { label: label('address'), before: before.address ?? '', after: after.address ?? '' },
    { label: label('point'), before: pointText(before), after: pointText(after) },
  ]
}

const answerChanges = ({ lang, say }: Naming, def: RegisterDef, before: Answers, after: Answers): Change[] =>
  fieldsOf(def).map((question) => ({ label: say(question.label), before: cellText(question, before, lang), after: cellText(question, after, lang) }))

/** What differs between two states of an entry, in words. */
export const changesBetween = (desk: Naming, def: RegisterDef, before: Kept, after: Kept): Change[] =>
  [...answerChanges(desk, def, before.answers, after.answers), ...placeChanges(desk, before, after)].filter((change) => change.before !== change.after)

const NONE: Kept = { office: '', register: '', version: '', code: '', title: '', answers: {}, unit: null, address: '', lng: null, lat: null, active: true, reviewedAt: null }

type What = 'created' | 'closed' | 'reopened' | 'reviewed' | 'edited'

const whatOf = (before: Kept | null, after: Kept): What => {
  if (!before) return 'created'
  if (before.active !== after.active) return after.active ? 'reopened' : 'closed'
  return canonical({ ...before, reviewedAt: null }) === canonical({ ...after, reviewedAt: null }) ? 'reviewed' : 'edited'
}

/** Everything that happened to an entry, newest first: who, when, why, and what was there before. */
export const historyOf = async (desk: Desk, entry: EntryRow): Promise<HistoryLine[]> => {
  const rows = await findRows({ payload: desk.payload }, SLUG.changes, { where: { and: [{ table: { equals: SLUG.entries } }, { target: { equals: entry.id } }] }, sort: ['-at', '-id'], limit: MOST })
  return eachInTurn(rows, async (row): Promise<HistoryLine> => {
    const [before, after] = [row.before as Kept | null, row.after as Kept | null]
    const kept = after ?? NONE
    const def = await registerVersion(desk.payload, kept.version || entry.version)
    return {
      id: row.id, at: ms(row.at) ?? 0, who: desk.model.people.get(idOf(row.actor) ?? '')?.name ?? t(desk.lang, 'registers.history.portal'),
      what: t(desk.lang, `registers.history.${whatOf(before, kept)}`), changes: changesBetween(desk, def, before ?? NONE, kept), ...(row.reason ? { reason: row.reason } : {}),
    }
  })
}

