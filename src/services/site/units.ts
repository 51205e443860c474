import { normaliseText, searchTokens } from '@/domain/matter/text'
import { say, type Lang } from '@/domain/words'
import type { OfficeModel } from '@/services/structure/load'
import type { UnitRow } from '@/services/structure/rows'

/** The territory as residents walk and search it: open units only. */
type Territory = {
  children: Map<string, UnitRow[]>
  tokens: Map<string, Set<string>>
  /** How telling a token is: many units share "号楼", few share a name. */
  weight: Map<string, number>
}

const known = new WeakMap<OfficeModel, Territory>()

const textOf = (unit: UnitRow): string => [unit.name.zh, unit.name.en ?? '', unit.address?.zh ?? '', unit.address?.en ?? ''].join(' ')

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
  return { children, tokens, weight }
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

type Scored = { unit: UnitRow; score: number; length: number }

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
  return score >= FITS ? { unit, score, length: own.size } : undefined
}

/** Most hits that are shown; more would not be read. */
export const MOST_HITS = 8

/** Units that an address or name may mean, best first. `more`: there were more than are shown. */
export const searchUnits = (model: OfficeModel, text: string): { hits: UnitRow[]; more: boolean } => {
  const exact = unitByCode(model, text)
  if (exact) return { hits: [exact], more: false }
  const query = searchTokens(text.slice(0, 200))
  const territory = territoryOf(model)
  const open = model.units.all.filter((unit) => unit.active !== false && unit.parent)
  const found = open
    .map((unit) => scoreOf(model, territory, query, unit))
    .filter(isScored)
    .sort((one, other) => other.score - one.score || one.length - other.length || (one.unit.code < other.unit.code ? -1 : 1))
  const best = found[0]?.score ?? 0
  const near = found.filter(({ score }) => score >= best * 0.75)
  return { hits: near.slice(0, MOST_HITS).map(({ unit }) => unit), more: near.length > MOST_HITS }
}
