import type { Where } from 'payload'
import { findRows } from '@/db/rows'
import { isBoundary } from '@/domain/grid/lintBoundary'
import { schematicOf } from '@/domain/grid/schematic'
import { FEW } from '@/domain/privacy/few'
import { say } from '@/domain/words'
import { t } from '@/i18n'
import { idOf } from '@/lib/idOf'
import { registersInForce } from '@/services/registers/register'
import type { UnitRow } from '@/services/structure/rows'
import { SLUG } from '@/slugs'
import { officePhones } from '../content/about'
import { unitPath, walkTops } from '../content/grid'
import { unitHolder } from '../holder'
import { phoneOf } from '../phones'
import { unitsBelow } from '../units'
import type { BlockOf, ContactRow, Here, LoadedOf } from './types'

/** Units a block lists at most. */
const MOST_UNITS = 60
/** Rows counted at most; more is a city, whose figures stand elsewhere. */
const MOST_ROWS = 20_000

const unitNamed = ({ model }: Here, given: unknown): UnitRow | undefined => model.units.byId.get(idOf(given) ?? '')

const below = (here: Here, given: unknown): UnitRow[] => {
  const unit = unitNamed(here, given)
  return (unit ? unitsBelow(here.model, unit.id) : walkTops(here.model)).slice(0, MOST_UNITS)
}

const countBy = (units: readonly UnitRow[], paths: readonly (string | null | undefined)[]): Map<string, number> =>
  new Map(units.map((unit) => [unit.id, paths.filter((path) => path?.startsWith(unit.path) === true).length]))

const placesIn = async (here: Here, units: readonly UnitRow[]): Promise<Map<string, string>> => {
  const open = (await registersInForce(here)).filter(({ def }) => def.open).map(({ id }) => id)
  if (open.length === 0) return new Map()
  const rows = await findRows({ payload: here.payload }, SLUG.entries, { where: { and: [{ register: { in: open } }, { active: { not_equals: false } }] }, select: { unit: true }, limit: MOST_ROWS })
  const counts = countBy(units, rows.map(({ unit }) => here.model.units.byId.get(idOf(unit) ?? '')?.path))
  return new Map([...counts].flatMap(([id, n]) => (n > 0 ? [[id, t(here.lang, 'blocks.site.places', { n })] as const] : [])))
}

/** Only of kinds and categories that the office made public, and never fewer than 5: in a small place they tell who it was. */
const mattersIn = async (here: Here, units: readonly UnitRow[]): Promise<Map<string, string>> => {
  const { model } = here
  const [types, categories] = [model.types.all, model.categories.all].map((rows) => rows.filter(({ publicity }) => publicity === 'public').map(({ id }) => id)) as [string[], string[]]
  if (types.length === 0 || categories.length === 0) return new Map()
  const where: Where = { and: [{ office: { equals: model.office.id } }, { open: { equals: true } }, { confidentiality: { equals: 'normal' } }, { type: { in: types } }, { category: { in: categories } }] }
  const rows = await findRows({ payload: here.payload }, SLUG.matters, { where, select: { path: true }, limit: MOST_ROWS })
  return new Map([...countBy(units, rows.map(({ path }) => path))].flatMap(([id, n]) => (n >= FEW ? [[id, t(here.lang, 'blocks.site.matters', { n })] as const] : [])))
}

const figuresIn = (here: Here, shows: BlockOf<'unitMap'>['shows'], units: readonly UnitRow[]): Promise<Map<string, string>> => {
  if (shows === 'places') return placesIn(here, units)
  return shows === 'matters' ? mattersIn(here, units) : Promise.resolve(new Map())
}

/** The units below one, with what there is in each, and a drawing of those whose boundary is drawn. Units without a figure stay: where nothing is told, nothing is hidden. */
export const unitMap = async (here: Here, block: BlockOf<'unitMap'>): Promise<LoadedOf<'unitMap'>['data']> => {
  const units = below(here, block.unit)
  const figures = await figuresIn(here, block.shows, units)
  const listed = block.shows === 'units' || figures.size > 0 ? units : []
  const outlined = listed.flatMap(({ code, boundary }) => (isBoundary(boundary) ? [{ code, boundary }] : []))
  const drawing = schematicOf(outlined)
  return {
    units: listed.map((unit) => ({ code: unit.code, name: say(unit.name, here.lang), path: unitPath(unit), ...(figures.has(unit.id) ? { figure: figures.get(unit.id) } : {}) })),
    ...(drawing ? { drawing } : {}), undrawn: Boolean(drawing) && outlined.length < listed.length,
  }
}

const ofOffice = ({ model, lang }: Here): ContactRow[] => officePhones(model, lang).map(({ name, phone }) => ({ key: `office ${name}`, name, phone }))

const ofUnits = (here: Here, unit: unknown): ContactRow[] =>
  below(here, unit).flatMap((row) => {
    const { name, phone } = unitHolder(row, here.lang)
    return phone ? [{ key: row.code, name, phone, ...(row.publicName ? { note: row.publicName } : {}) }] : []
  })

/** Whom to call: from the settings, then what is written in the block. */
export const contacts = (here: Here, { source, unit, items }: BlockOf<'contacts'>): LoadedOf<'contacts'>['data'] => {
  const known = source === 'office' ? ofOffice(here) : source === 'units' ? ofUnits(here, unit) : []
  const written = (items ?? []).flatMap(({ id, name, phone: text, hours, note }): ContactRow[] => {
    const phone = phoneOf(text, hours ?? undefined)
    return name && phone ? [{ key: id ?? name, name, phone, ...(note ? { note } : {}) }] : []
  })
  return { rows: [...known, ...written] }
}
