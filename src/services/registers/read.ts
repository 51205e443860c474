import { eachInTurn } from '@/lib/eachInTurn'
import { fieldsOf, nextEntryCode, onOnePage } from '@/domain/registers/fields'
import { reviewState } from '@/domain/registers/review'
import type { RegisterDef } from '@/domain/registers/types'
import { findRow } from '@/db/rows'
import type { Desk } from '@/services/desk/desk'
import { unitRef } from '@/services/desk/names'
import { registerVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import { historyOf } from './history'
import { mattersOf, mayPoint } from './pointing'
import { cellText, dayOf, headOf, publicHrefOf } from './present'
import { entryHref, mayOnEntry, registerHref, registersOf, type Register } from './register'
import { reviewersOf } from './reviewers'
import { reviewCounts } from './list'
import { ms, pathOf, type EntryRow } from './row'
import { takenCodes } from './save'
import type { EntryFormVM, EntryVM, RegisterLine } from './view'

/** The registers a person may look into, with how their entries stand. */
export const registerLines = async (desk: Desk): Promise<RegisterLine[]> =>
  eachInTurn(await registersOf(desk), async (register): Promise<RegisterLine> => {
    const { code, name, intro, subject, symbol, open, canEdit, href } = headOf(desk, register)
    return { code, name, intro, subject, href, open, canEdit, ...(symbol ? { symbol } : {}), ...(await reviewCounts(desk, register)) }
  })

const isPublic = (now: RegisterDef, then: RegisterDef, key: string): boolean =>
  [now, then].every((def) => def.open && fieldsOf(def).some((question) => question.key === key && question.publicity === 'public'))

const linesOf = (desk: Desk, now: RegisterDef, then: RegisterDef, { answers }: EntryRow): EntryVM['lines'] =>
  fieldsOf(then).map((question) => ({ key: question.key, label: desk.say(question.label), text: cellText(question, answers, desk.lang), public: isPublic(now, then, question.key) })).filter(({ text }) => text !== '')

const placeOf = (desk: Desk, { unit: id, address, lng, lat }: EntryRow) => {
  const unit = unitRef(desk, id)
  return { ...(unit ? { unit } : {}), ...(address ? { address } : {}), ...(typeof lng === 'number' && typeof lat === 'number' ? { point: { lng, lat } } : {}) }
}

const reviewOf = (desk: Desk, { def }: Register, row: EntryRow): Pick<EntryVM, 'review' | 'due' | 'reviewed' | 'reviewers'> => {
  const due = row.active === false ? undefined : ms(row.reviewDue)
  return {
    review: reviewState({ due, cycle: def.review, now: desk.now }),
    ...(due === undefined ? {} : { due: dayOf(due, desk.model) }),
    ...(row.reviewedAt ? { reviewed: dayOf(ms(row.reviewedAt), desk.model) } : {}),
    reviewers: def.review ? reviewersOf(desk.model, row.unit, def.review.post, desk.now).flatMap((id) => desk.model.people.get(id)?.name ?? []) : [],
  }
}

const versionNumber = async (desk: Desk, register: Register, { version }: EntryRow): Promise<number | undefined> =>
  version === register.version ? undefined : (await findRow({ payload: desk.payload }, SLUG.definitions, { where: { id: { equals: version } }, select: { number: true } }))?.number

const newMatterHref = (desk: Desk, register: Register, row: EntryRow): string | undefined => {
  const points = desk.model.types.all.some((type) => type.active !== false && type.openBy.includes('staff') && mayPoint(register, type))
  return points && row.active !== false && desk.holds('matter.create') ? `/desk/new?entry=${row.id}` : undefined
}

/** An entry on its page: what it says, who changed what, and the matters about it that the person may see. */
export const entryVM = async (desk: Desk, register: Register, row: EntryRow): Promise<EntryVM> => {
  const then = await registerVersion(desk.payload, row.version)
  const older = await versionNumber(desk, register, row)
  const history = await historyOf(desk, row)
  const matters = await mattersOf(desk, row)
  const matterHref = newMatterHref(desk, register, row)
  const publicHref = publicHrefOf(register, row)
  return {
    head: headOf(desk, register), code: row.code, title: row.title, href: entryHref(register, row), revision: row.revision, active: row.active !== false,
    lines: linesOf(desk, register.def, then, row), ...placeOf(desk, row), ...reviewOf(desk, register, row), ...(older === undefined ? {} : { older }),
    canEdit: mayOnEntry(desk, register, 'edit', pathOf(row)), history, matters, qrHref: `${registerHref(register)}/qr?entry=${encodeURIComponent(row.code)}`,
    ...(matterHref ? { newMatterHref: matterHref } : {}), ...(publicHref ? { publicHref } : {}),
  }
}

/** The sheet on which an entry is written: a new one, or one that is there. */
export const entryFormVM = async (desk: Desk, register: Register, row?: EntryRow): Promise<EntryFormVM> => {
  const base = { head: headOf(desk, register), form: onOnePage(register.def), proposed: row ? row.code : nextEntryCode(await takenCodes({ payload: desk.payload }, register)) }
  if (!row) return { ...base, answers: {}, address: '', backHref: registerHref(register) }
  const { point, unit } = placeOf(desk, row)
  return { ...base, code: row.code, title: row.title, revision: row.revision, answers: row.answers, address: row.address ?? '', ...(unit ? { unit } : {}), ...(point ?? {}), backHref: entryHref(register, row) }
}
