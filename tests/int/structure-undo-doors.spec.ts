import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tMaybe } from '@/i18n'
import { choiceSaid } from '@/services/structure/changes/told/value'
import { SERVICE_ONLY, SLUG, type Slug } from '@/slugs'
import { adminCases } from '../helpers/undo/undoAdmin.cases'
import { studioCases, STUDIO_ELSEWHERE } from '../helpers/undo/undoStudio.cases'
import { rowCases } from '../helpers/undo/undoRows.cases'
import type { UndoCase } from '../helpers/undo/undoCase'
import { ROWS } from '../helpers/undo/rows'
import { GUARDED, STUDIO, undoWorld, type World } from '../helpers/undo/world'

let world: World

beforeAll(async () => {
  world = await undoWorld()
}, 120_000)
afterAll(() => world.portal.close())

/** Secrets and what the adapter keeps: no record of a change has them. */
const NEVER_TOLD = new Set(['id', 'office', 'changeReason', 'uses', 'sessions', 'hash', 'salt', 'password', 'resetPasswordToken', 'resetPasswordExpiration', 'resetPasswordRequestedAt', 'loginAttempts', 'lockUntil', 'lastSignInAt', 'createdAt', 'updatedAt', 'mustChangePassword', 'passwordChangedAt', 'email', 'apiKey', 'apiKeyIndex', 'enableAPIKey', 'passwordHistory', 'privacySeen'])

const WHY = '试着改一改'

const CASES: UndoCase[] = [...studioCases(WHY), ...rowCases(WHY), ...adminCases(WHY)]

/** Every writing door of the studio, as its files say. */
const studioDoors = (): string[] =>
  readdirSync(STUDIO, { recursive: true, encoding: 'utf8' }).filter((file) => path.basename(file) === 'route.ts').flatMap((file) =>
    [...readFileSync(path.join(STUDIO, file), 'utf8').matchAll(/^export const (POST|PUT|PATCH|DELETE)\b/gm)].map(([, method]) => `${method} ${path.dirname(file)}`)).sort()

/** Every writing door of Payload to rows that are not the portal's own books. */
const adminDoors = (): string[] => {
  const { config } = world.portal.payload
  expect(config.globals).toEqual([])
  const everywhere = new Set([SLUG.tags, SLUG.pages].flatMap((slug) => (world.portal.payload.collections[slug].config.endpoints || []).map(({ method, path: at }) => `${method} ${at}`)))
  return config.collections.map(({ slug }) => slug as Slug).filter((slug) => !SERVICE_ONLY.includes(slug) && !slug.startsWith('payload-')).flatMap((slug) => {
    const { versions, endpoints } = world.portal.payload.collections[slug].config
    const own = (endpoints || []).filter(({ method, path: at }) => method !== 'get' && !everywhere.has(`${method} ${at}`)).map(({ method, path: at }) => `${method.toUpperCase()} /${slug}${at}`)
    const restores = versions && versions.drafts ? [`RESTORE ${slug}`] : []
    return [`CREATE ${slug}`, `UPDATE ${slug}`, `DELETE ${slug}`, ...restores, ...own]
  }).sort()
}

describe('every door that writes structure', () => {
  it('of the studio is taken back below, or writes no structure', () => {
    const covered = new Set([...CASES.map(({ door }) => door), ...Object.keys(STUDIO_ELSEWHERE)])
    expect(studioDoors().filter((door) => !covered.has(door))).toEqual([])
    expect([...covered].filter((door) => / [a-z]+\//.test(door) && !studioDoors().includes(door))).toEqual([])
  })

  it('of the administration is taken back below, or writes no structure', () => {
    const covered = new Set(CASES.map(({ door }) => door))
    expect(adminDoors().filter((door) => !covered.has(door) && !ADMIN_ELSEWHERE[door] && !/ \/users\//.test(door))).toEqual([])
  })

  it('has words for every choice that a change may show, in both languages', () => {
    const unsaid = [...ROWS, SLUG.offices, SLUG.users].flatMap((slug) => world.portal.payload.collections[slug].config.flattenedFields.flatMap((field) =>
      (field.type === 'select' || field.type === 'radio' ? field.options.map((option) => ({ field: field.name, value: typeof option === 'string' ? option : option.value })) : [])))
      .filter(({ field, value }) => !(choiceSaid(field, value, 'zh') && choiceSaid(field, value, 'en')))
    expect(unsaid).toEqual([])
  })

  it('has words for every field that a change may name, in both languages', () => {
    const unsaid = [...ROWS, SLUG.offices, SLUG.users, SLUG.limits, SLUG.routing].flatMap((slug) => world.portal.payload.collections[slug].config.flattenedFields.map(({ name }) => name))
      .filter((name) => !NEVER_TOLD.has(name) && !(tMaybe('zh', `packages.field.${name}`) && tMaybe('en', `packages.field.${name}`)))
    expect([...new Set(unsaid)].sort()).toEqual([])
  })

  for (const { door, what, set, act, clear, silent, drafted } of CASES) {
    it(`${door}${what ? `: ${what}` : ''}`, async () => {
      const made = (await set?.(world)) ?? {}
      const by = GUARDED.test(what ?? door.split(' ')[1] ?? '') ? world.guard : world.me
      const before = await world.standing()
      const newest = await world.newest()
      await act(world, made)
      const changed = await world.standing()
      expect(changed.file + changed.rows, 'changes nothing').not.toBe(before.file + before.rows)
      const changes = await world.since(newest)
      expect(changes.map(({ actor, reason }) => [actor, silent ? '' : reason]), 'one change with its author and reason').toEqual([[by, silent ? '' : WHY]])
      const { id } = await world.studio('POST changes/[id]/undo', { as: by, params: { id: changes[0]!.id }, body: { reason: '退回去' } })
      expect(await world.row(SLUG.changes, String(id))).toMatchObject({ undoes: changes[0]!.id, actor: by, reason: '退回去' })
      const after = await world.standing()
      expect(after.file).toBe(before.file)
      if (!drafted) expect(after.rows).toBe(before.rows)
      await clear?.(world, made)
    }, 60_000)
  }
})

/** What the administration writes that is no structure, and why. */
const ADMIN_ELSEWHERE: Record<string, string> = {
  'CREATE offices': 'refused to everybody', 'DELETE offices': 'refused to everybody',
  'CREATE users': 'people are not structure', 'UPDATE users': 'people are not structure', 'DELETE users': 'refused to everybody',
  'DELETE notices': 'only what never came out is deleted',
  ...Object.fromEntries(['CREATE', 'UPDATE', 'DELETE'].flatMap((verb) => [[`${verb} notice-files`, 'files, not structure'], [`${verb} typo-words`, 'words that texts are searched for, not structure']])),
  'CREATE media': 'pictures, not structure', 'UPDATE media': 'pictures, not structure', 'DELETE media': 'pictures, not structure',
}
