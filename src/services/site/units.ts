import { cleanLine, firstCodePoints, normaliseText, searchTokens } from '@/domain/matter/text'
import { say, type Lang } from '@/domain/words'
import type { OfficeModel } from '@/services/structure/load'
import type { UnitRow } from '@/services/structure/rows'

/** The territory as residents walk and search it: open units only. */
type Territory = {
  children: Map<string, UnitRow[]>
  tokens: Map<string, Set<string>>
  /** Names as they are compared with what was typed. */
  names: Map<string, string[]>
  /** How telling a token is: many units share "号楼", few share a name. */
  weight: Map<string, number>
}

const known = new WeakMap<OfficeModel, Territory>()

const textOf = (unit: UnitRow): string => [unit.name.zh, unit.name.en ?? '', unit.address?.zh ?? '', unit.address?.en ?? ''].join(' ')

const joined = (text: string): string => normaliseText(text).replace(/\s/g, '')

const namesOf = ({ name }: UnitRow): string[] => [name.zh, name.en ?? ''].map(joined).filter(Boolean)

const makeTerritory = (model: OfficeModel): Territory => {
  const children = new Map<string, UnitRow[]>()
  const tokens = new Map<string, Set<string>>()
  const uses = new Map<string, number>()
  const open = model.units.all.filter((unit) => unit.active !== false)
  for (const unit of open) {
    const above = unit.parent ?? ''
    children.set(above, [...(children.get(above) ?? []), unit])
    const own = new Set(searchTokens(textOf(unit)))
    tokens.set(unit.id, own)
    for (const token of own) uses.set(token, (uses.get(token) ?? 0) + 1)
  }
  const weight = new Map([...uses].map(([token, count]) => [token, Math.log(1 + open.length / count)] as const))
  return { children, tokens, names: new Map(open.map((unit) => [unit.id, namesOf(unit)])), weight }
}

const territoryOf = (model: OfficeModel): Territory => {
  const made = known.get(model) ?? makeTerritory(model)
  known.set(model, made)
  return made
}

/** The open units below a unit, in their order; the tops without one. */
export const unitsBelow = (model: OfficeModel, id?: string): UnitRow[] => territoryOf(model).children.get(id ?? '') ?? []

/** From the top down to the unit itself. */
export const unitTrail = (model: OfficeModel, unit: UnitRow): UnitRow[] => {
  const trail: UnitRow[] = []
  let at: UnitRow | undefined = unit
  while (at && !trail.includes(at)) {
    trail.unshift(at)
    at = at.parent ? model.units.byId.get(at.parent) : undefined
  }
  return trail
}

/** An open unit by what a person typed or scanned: forgives case, full width and spaces. */
export const unitByCode = (model: OfficeModel, text: string): UnitRow | undefined => {
  const code = normaliseText(text).replace(/\s/g, '')
  const unit = model.units.byCode.get(text) ?? model.units.all.find((row) => row.code.toLowerCase() === code)
  return unit && unit.active !== false ? unit : undefined
}

const CODE_SHOWN = 40

/** The unit a door code or link names, or the code it gave when no open unit has it, fit to be shown. */
export const linkedUnit = (model: OfficeModel, code: string | undefined): { unit?: UnitRow; unknown?: string } => {
  const typed = cleanLine(code ?? '')
  if (!typed) return {}
  const unit = unitByCode(model, typed)
  return unit ? { unit } : { unknown: firstCodePoints(typed, CODE_SHOWN) }
}

/** Names of what lies above a unit, without the top, which everything lies in. */
export const withinNames = (model: OfficeModel, unit: UnitRow, lang: Lang): string[] =>
  unitTrail(model, unit).slice(0, -1).filter((row) => row.parent).map((row) => say(row.name, lang))

/** Name of the level that the units below this one have. */
export const levelBelow = (model: OfficeModel, units: UnitRow[], lang: Lang): string | undefined => {
  const level = units[0] && model.levels.byId.get(units[0].level)
  return level ? say(level.name, lang) : undefined
}

const FITS = 0.45

/** A name, as against numbers and the words that stand in every other address. */
const isTelling = (token: string, { weight }: Territory): boolean => /^\p{Script=Han}{2}$|^\p{L}{3,}$/u.test(token) && (weight.get(token) ?? Infinity) > COMMON

/** Weight of a word that stands in a third of all units. */
const COMMON = Math.log(1 + 3)

type Scored = { unit: UnitRow; score: number; depth: number }

const isScored = (item: Scored | undefined): item is Scored => item !== undefined

/** Share of what the query says that a unit, or what it lies in, answers to. The unit's own words count most. */
const scoreOf = (model: OfficeModel, territory: Territory, query: string[], unit: UnitRow): Scored | undefined => {
  const { tokens, weight } = territory
  const own = tokens.get(unit.id) ?? new Set<string>()
  if (!query.some((token) => own.has(token))) return undefined
  const above = unitTrail(model, unit).slice(0, -1).filter((row) => row.parent)
  const answers = (token: string): boolean => own.has(token) || above.some((row) => territory.tokens.get(row.id)?.has(token) === true)
  const telling = query.filter((token) => isTelling(token, territory))
  if (telling.length > 0 && !telling.some(answers)) return undefined
  const worth = (token: string): number => {
    const full = weight.get(token) ?? 0
    if (own.has(token)) return full
    return answers(token) ? full * 0.9 : 0
  }
  // Words that stand in no unit (a door, "opposite the shop") weigh little: they are for those who go there.
  const total = query.reduce((sum, token) => sum + (weight.get(token) ?? 0.7), 0)
  const score = total > 0 ? query.reduce((sum, token) => sum + worth(token), 0) / total : 0
  return score >= FITS ? { unit, score, depth: above.length } : undefined
}

/** Most hits that are shown; more would not be read. */
export const MOST_HITS = 8

const isDigit = (char: string | undefined): boolean => char !== undefined && /\d/.test(char)

/** Whether a name stands in a text, and not as a part of a longer number. */
const standsIn = (text: string, name: string): boolean => {
  const at = text.indexOf(name)
  return at >= 0 && !(isDigit(name[0]) && isDigit(text[at - 1])) && !(isDigit(name.at(-1)) && isDigit(text[at + name.length]))
}

/** Units whose whole name was written: alone, or with words around it for the smallest ones, the longest name first of all. */
const namedUnits = (model: OfficeModel, units: readonly UnitRow[], text: string): UnitRow[] => {
  const written = joined(text)
  const { names } = territoryOf(model)
  const alone = units.filter((unit) => names.get(unit.id)?.includes(written))
  if (alone.length > 0) return alone
  const within = units.filter((unit) => unitsBelow(model, unit.id).length === 0).flatMap((unit) => (names.get(unit.id) ?? []).filter((name) => standsIn(written, name)).map((name) => ({ unit, name })))
  const longest = Math.max(0, ...within.map(({ name }) => name.length))
  return within.filter(({ name }) => name.length === longest).map(({ unit }) => unit)
}

const inOrder = new Intl.Collator('en', { numeric: true })

/** Scores are told apart by hundredths: what is as good stands in the order of the list. */
const byFit = (one: Scored, other: Scored): number =>
  Math.round(other.score * 100) - Math.round(one.score * 100) || one.depth - other.depth || inOrder.compare(one.unit.code, other.unit.code)

export type UnitsFound = { hits: UnitRow[]; /** There were more than are shown. */ more: boolean; total: number }

const firstOf = (units: readonly UnitRow[]): UnitsFound => ({ hits: units.slice(0, MOST_HITS), more: units.length > MOST_HITS, total: units.length })

/** Units that an address or name may mean, best first; a unit named in full stands alone. */
export const searchUnits = (model: OfficeModel, text: string): UnitsFound => {
  const exact = unitByCode(model, text)
  if (exact) return firstOf([exact])
  const query = searchTokens(text.slice(0, 200))
  const territory = territoryOf(model)
  const open = model.units.all.filter((unit) => unit.active !== false && unit.parent)
  const named = namedUnits(model, open, text.slice(0, 200))
  if (named.length > 0) return firstOf(named)
  const found = open
    .map((unit) => scoreOf(model, territory, query, unit))
    .filter(isScored)
    .sort(byFit)
  const best = found[0]?.score ?? 0
  return firstOf(found.filter(({ score }) => score >= best * 0.75).map(({ unit }) => unit))
}
