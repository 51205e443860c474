import type { DefinitionKind } from '@/domain/package/definitions'
import type { Desk } from '@/services/desk/desk'
import { runChecks } from '@/services/health/run'
import type { Gravity } from '@/services/health/types'
import { listDrafts } from '@/services/structure/drafts'
import { setupWaits } from './state'

/** A draft that is newer than what is live; `never`: nothing of it is live. */
export type WaitingDraft = { key: string; name: string; href: string; never: boolean }

/** The state of the structure at a glance. */
export type Overview = {
  waits: boolean
  /** Absent for whoever may not see the health page. */
  health?: Record<Gravity, number>
  drafts: WaitingDraft[]
  counts: { key: 'units' | 'categories' | 'matterTypes' | 'forms' | 'teams' | 'registers'; n: number; href: string }[]
}

const EDITORS: [DefinitionKind, string, boolean][] = [
  ['form', '/admin/structure/forms', true], ['workflow', '/admin/structure/workflows', true], ['routing', '/admin/structure/routing', false], ['limits', '/admin/structure/limits', false], ['register', '/admin/structure/registers', true],
]

const waitingOf = async (desk: Desk, [kind, href, own]: (typeof EDITORS)[number]): Promise<WaitingDraft[]> =>
  (await listDrafts(desk, kind)).filter(({ changed, number }) => changed || number === undefined)
    .map(({ id, code, name, number }) => ({ key: id, name: desk.say(name), href: own ? `${href}/${encodeURIComponent(code)}` : href, never: number === undefined }))

const drafts = async (desk: Desk): Promise<WaitingDraft[]> => {
  if (!desk.holds('structure.view') && !desk.holds('structure.edit')) return []
  const found: WaitingDraft[] = []
  for (const editor of EDITORS) found.push(...(await waitingOf(desk, editor)))
  return found
}

const health = async (desk: Desk): Promise<Record<Gravity, number> | undefined> => {
  if (!desk.holds('health.view')) return undefined
  const found = (await runChecks({ payload: desk.payload, model: desk.model, now: desk.now })).flatMap(({ findings }) => findings)
  const count = (gravity: Gravity) => found.filter((finding) => finding.gravity === gravity).length
  return { now: count('now'), soon: count('soon'), note: count('note') }
}

const active = (rows: readonly { active?: boolean | null }[]): number => rows.filter((row) => row.active !== false).length

/** What is wrong, what waits to be published, what is there. */
export const overview = async (desk: Desk): Promise<Overview> => {
  const { model } = desk
  const counted = await health(desk)
  const at = (path: string) => `/admin/structure/${path}`
  return {
    waits: setupWaits(desk), ...(counted ? { health: counted } : {}), drafts: await drafts(desk),
    counts: [
      { key: 'units', n: active(model.units.all), href: at('units') }, { key: 'categories', n: active(model.categories.all), href: at('categories') }, { key: 'matterTypes', n: active(model.types.all), href: at('types') },
      { key: 'forms', n: model.forms.all.length, href: at('forms') }, { key: 'teams', n: active(model.teams.all), href: at('teams') }, { key: 'registers', n: model.registers.all.length, href: at('registers') },
    ],
  }
}
