import type { Payload } from 'payload'
import { DomainError } from '@/domain/errors'
import { say, type Lang } from '@/domain/words'
import { t } from '@/i18n'
import { now } from '@/lib/clock'
import type { OfficeModel } from '@/services/structure/load'
import type { UnitRow } from '@/services/structure/rows'
import { unitHolder } from '../holder'
import { levelBelow, searchUnits, unitByCode, unitTrail, unitsBelow, withinNames } from '../units'
import { noticesFor } from './notices'
import { servicesIn } from './services'
import { solvedHere } from './solved'

export const unitPath = (unit: UnitRow): string => `/grid/${encodeURIComponent(unit.code)}`
const walkPath = (unit: UnitRow): string => `/grid?at=${encodeURIComponent(unit.code)}#walk`

const linkOf = (unit: UnitRow, path: string, lang: Lang) => {
  const hint = say(unit.address ?? undefined, lang)
  return { code: unit.code, name: say(unit.name, lang), path, ...(hint ? { hint } : {}) }
}

/** Where a walk down the tree begins: below the one top there is, else at the tops. */
export const walkTops = (model: OfficeModel): UnitRow[] => {
  const tops = unitsBelow(model)
  const [only] = tops
  return only && tops.length === 1 ? unitsBelow(model, only.id) : tops
}

/** A unit on the way down, with what lies above it and below it. */
export const walkAt = (model: OfficeModel, code: string | undefined) => {
  const at = code ? unitByCode(model, code) : undefined
  const trail = at ? unitTrail(model, at) : []
  const single = unitsBelow(model).length === 1
  return { at, trail: single ? trail.slice(1) : trail, below: at && trail.length > (single ? 1 : 0) ? unitsBelow(model, at.id) : walkTops(model) }
}

/** The finder: hits of an address, and the walk. Nothing of what was typed is kept. */
export const gridFinder = (model: OfficeModel, lang: Lang, query: { a?: string; at?: string }) => {
  const asked = query.a?.trim()
  const found = asked ? searchUnits(model, asked) : undefined
  const { trail, below } = walkAt(model, query.at)
  const levelName = levelBelow(model, below, lang)
  return {
    ...(asked ? { query: asked } : {}),
    ...(found ? { hits: found.hits.map((unit) => ({ code: unit.code, name: say(unit.name, lang), path: unitPath(unit), within: withinNames(model, unit, lang) })), more: found.more, total: found.total } : {}),
    walked: trail.map((unit) => linkOf(unit, walkPath(unit), lang)),
    ...(levelName ? { levelName } : {}),
    children: below.map((unit) => linkOf(unit, unitsBelow(model, unit.id).length > 0 ? walkPath(unit) : unitPath(unit), lang)),
  }
}

const holds = (from: string | null | undefined, until: string | null | undefined): boolean => (!from || Date.parse(from) <= now()) && (!until || Date.parse(until) > now())

/** The post of whoever leads the unit, by their membership; a plain word when they have none. */
const postOf = (model: OfficeModel, unit: UnitRow, lang: Lang): string => {
  const own = model.memberships.find((row) => row.person === unit.lead && row.post && holds(row.from, row.until) && (row.units ?? []).includes(unit.id))
  const post = own?.post ? model.posts.byId.get(own.post) : undefined
  return post ? say(post.name, lang) : t(lang, 'resident.unit.lead')
}

/** Who answers for a place: the nearest unit upwards that has somebody to ask. Only what was made public. */
const officerOf = (model: OfficeModel, unit: UnitRow, lang: Lang) => {
  const nearest = unitTrail(model, unit).reverse().find((row) => row.publicName || row.publicPhone)
  if (!nearest) return undefined
  const { name, phone } = unitHolder(nearest, lang)
  const post = nearest.id === unit.id ? postOf(model, nearest, lang) : t(lang, 'resident.unit.leadOf', { unit: name })
  return { ...(nearest.publicName ? { name: nearest.publicName } : {}), post, ...(phone ? { phone } : {}) }
}

/** One open unit by its code. Errors: `notFound`. */
export const unitFacts = async (payload: Payload, model: OfficeModel, lang: Lang, code: string) => {
  const unit = model.units.byCode.get(code)
  if (!unit || unit.active === false) throw new DomainError('notFound')
  const trail = unitTrail(model, unit)
  const level = model.levels.byId.get(unit.level)
  const below = unitsBelow(model, unit.id)
  const address = say(unit.address ?? undefined, lang)
  const officer = officerOf(model, unit, lang)
  const childLevelName = levelBelow(model, below, lang)
  const solved = await solvedHere(payload, model, unit, lang)
  return {
    code: unit.code,
    name: say(unit.name, lang),
    ...(solved ? { solved } : {}),
    levelName: say(level?.name, lang),
    ...(address ? { description: address } : {}),
    crumbs: trail.slice(0, -1).filter((row) => row.parent).map((row) => ({ text: say(row.name, lang), path: unitPath(row) })),
    ...(officer ? { officer } : {}),
    children: below.map((each) => linkOf(each, unitPath(each), lang)),
    ...(childLevelName ? { childLevelName } : {}),
    places: [],
    services: (await servicesIn({ payload, model, lang }, trail.map(({ id }) => id))).map(({ path, name }) => ({ path, text: name })),
    notices: await noticesFor(payload, model, trail.map(({ id }) => id), lang),
  }
}
