import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { checkPackage } from '@/domain/package/check'
import type { StructurePackage } from '@/domain/package/schema'
import type { Words } from '@/domain/words'

const FOLDER = 'presets'
/** A start without structure of its own. */
export const EMPTY = 'empty'

/** How many rows of each kind a start makes. */
export type Counts = Record<'levels' | 'units' | 'categories' | 'teams' | 'posts' | 'matterTypes' | 'forms' | 'rules' | 'documents' | 'registers' | 'routines', number>

/** A part of the territory a start makes: `below`: how many more lie below than are shown. */
export type Outline = { name: Words; level: Words; inside: Outline[]; below: number }

/** A start as the guide offers it. */
export type PresetView = { code: string; name: Words; description?: Words; counts: Counts; levels: Words[]; outline: Outline[] }

const countsOf = (pack: StructurePackage): Counts => ({
  levels: pack.levels.length, units: pack.units.length, categories: pack.categories.length, teams: pack.teams.length, posts: pack.posts.length, matterTypes: pack.matterTypes.length,
  forms: pack.forms.length, rules: pack.routing.rules.length, documents: pack.ruleDocuments.length, registers: pack.registers.length, routines: pack.routines.length,
})

const SHOWN = 3
const DEEP = 3

/** The top of a territory: three deep, three of each. */
export const outlineOf = ({ units, levels }: Pick<StructurePackage, 'units' | 'levels'>, parent?: string, depth = 0): Outline[] =>
  units.filter((unit) => unit.parent === parent).slice(0, depth === 0 ? 1 : SHOWN).map((unit) => {
    const inside = depth + 1 < DEEP ? outlineOf({ units, levels }, unit.code, depth + 1) : []
    return { name: unit.name, level: levels.find(({ code }) => code === unit.level)?.name ?? { zh: '' }, inside, below: units.filter((one) => one.parent === unit.code).length - inside.length }
  })

const viewOf = (code: string, pack: StructurePackage): PresetView => ({
  code, name: pack.name, ...(pack.description ? { description: pack.description } : {}), counts: countsOf(pack),
  levels: [...pack.levels].sort((one, other) => one.order - other.order).map(({ name }) => name), outline: outlineOf(pack),
})

type Shipped = { packs: Map<string, StructurePackage>; views: PresetView[] }
let shipped: Promise<Shipped> | undefined

const packOf = async (file: string): Promise<[string, StructurePackage][]> => {
  const checked = checkPackage(JSON.parse(await readFile(path.resolve(process.cwd(), FOLDER, file), 'utf8')))
  return checked.ok ? [[file.replace(/\.json$/, ''), checked.package]] : []
}

const read = async (): Promise<Shipped> => {
  const files = (await readdir(path.resolve(process.cwd(), FOLDER))).filter((file) => file.endsWith('.json')).sort()
  const packs: Shipped['packs'] = new Map()
  for (const file of files) for (const [code, pack] of await packOf(file)) packs.set(code, pack)
  return { packs, views: [...packs].filter(([code]) => code !== EMPTY).map(([code, pack]) => viewOf(code, pack)) }
}

const all = (): Promise<Shipped> => (shipped ??= read())

/** The starts that come with the portal, without the empty one. What is no package, such as the words of the demonstration, is left out. */
export const presetViews = async (): Promise<PresetView[]> => (await all()).views

/** A start by the name of its file; undefined for one there is not. */
export const presetPackage = async (code: string): Promise<StructurePackage | undefined> => (await all()).packs.get(code)
