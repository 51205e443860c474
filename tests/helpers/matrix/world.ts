import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import path from 'node:path'
import type { Payload } from 'payload'
import { findRows, updateRowIf } from '@/db/rows'
import { addPhoto } from '@/services/photos/add'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { PNG } from '../desk'
import { driver, reporter, type Driver } from '../matters'
import { addPerson, makePeople, PASSWORD, type ActingOf } from '../people'
import { openPortal, type TestPortal } from '../portal'
import { ROLES, STANDINGS, type Input, type Standing, type Transition } from './table'

/** A matter of the matrix as it stands between two questions. */
export type Fixture = { id: string; revision: number; receiptCode: string; word: string; photo: string; number: string }

export type Member = { id: string; token: string }

export type World = TestPortal & {
  model: OfficeModel
  drive: Driver
  member: (role: string) => Member
  signIn: (username: string) => Promise<string>
  at: (standing: Standing) => Fixture
  /** An open matter that others may be merged into. */
  master: Fixture
  /** Complete inputs of a transition. */
  inputs: (transition: Transition) => Record<string, unknown>
  /** A number that moves with every commit by anybody. */
  version: () => Promise<number>
  /** The only row of a query below everything. */
  row: (sql: string, args?: (string | number)[]) => Promise<Record<string, unknown>>
  /** Every table of the books as it was when the world was made. */
  restore: () => Promise<void>
  /** Everything that tells of matters, as one text; and as it was in the beginning. */
  books: () => Promise<string>
  pristine: string
}

/** Tables an act on a matter may write to. */
const TABLES = ['matters', 'matter_events', 'matter_texts', 'assignments', 'clocks', 'contacts', 'outbox', 'audit_log', 'audit_heads', 'counters', 'attachments', 'report_drafts']
/** Those that must not change by a refusal, whatever a page may keep of what was typed. */
const BOOKS = TABLES.filter((table) => table !== 'report_drafts' && table !== 'attachments')

const openProbe = async (dir: string) => {
  const client = drizzle({ connection: { url: `file:${path.join(dir, 'portal.db')}` } }).$client
  const pristine = path.join(dir, 'pristine.db')
  await client.execute('PRAGMA foreign_keys = OFF')
  await client.execute('PRAGMA busy_timeout = 5000')
  await client.execute(`VACUUM INTO '${pristine}'`)
  await client.execute(`ATTACH '${pristine}' AS pristine`)
  const undo = TABLES.map((table) => `DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM pristine.${table};`).join('\n')
  const row: World['row'] = async (sql, args = []) => (await client.execute({ sql, args })).rows[0] ?? {}
  return {
    row,
    version: async () => Number((await row('PRAGMA data_version')).data_version),
    restore: async () => void (await client.executeMultiple(`BEGIN IMMEDIATE; ${undo} COMMIT;`)),
    books: async () => {
      const all = await Promise.all(BOOKS.map(async (table) => [table, (await client.execute(`SELECT * FROM ${table} ORDER BY id`)).rows]))
      return JSON.stringify(all)
    },
    close: () => client.close(),
  }
}

type Ways = { drive: Driver; model: OfficeModel; office: ActingOf; worker: ActingOf }

/** Brings new matters to where the matrix wants them, by the services. */
const ways = ({ drive, model, office, worker }: Ways) => {
  const lead = { unit: model.units.byCode.get('jw')?.id }
  const parties = [{ team: model.teams.byCode.get('professional')?.id }]
  const to: Record<string, [string, { by: ActingOf; input?: Record<string, unknown> }][]> = {}
  to.intake = []
  to.routing = [['accept', { by: office }]]
  to.coordination = [...to.routing, ['coordinate', { by: office, input: { lead: { unit: model.units.byCode.get('jw-01')?.id }, parties } }]]
  to.handling = [...to.routing, ['assign', { by: office, input: { lead } }]]
  to.waitReporter = [...to.handling, ['askReporter', { by: worker, input: { reply: '请问是哪一栋' } }]]
  to.waitThird = [...to.handling, ['waitThirdParty', { by: worker, input: { reason: '等停电窗口' } }]]
  to.waitWeather = [...to.handling, ['waitForWeather', { by: worker, input: { reason: '等雨停' } }]]
  to.awaitTime = [...to.handling, ['requestTime', { by: worker, input: { reason: '材料未到' } }]]
  to.supervision = [...to.handling, ['done', { by: worker, input: { outcome: 'solved', reply: '已经修好了' } }]]
  to.confirm = [...to.supervision, ['verify', { by: office, input: { reason: '现场看过' } }]]
  to.archive = [...to.confirm, ['confirmSolved', { by: reporter }]]
  return async ({ step, merged }: Standing, id: string, master: string): Promise<void> => {
    const path = merged ? [['mergeInto', { by: office, input: { target: master } }] as const] : to[step]
    if (!path) throw new Error(`no way leads to ${step}`)
    for (const [action, taken] of path) await drive.move(id, action, taken)
  }
}

const VALUES: Record<string, (world: { model: OfficeModel; master: string }) => unknown> = {
  text: () => '照规定办，附说明',
  choice: () => 'solved',
  lead: ({ model }) => ({ unit: model.units.byCode.get('jw-02')?.id }),
  parties: ({ model }) => [{ team: model.teams.byCode.get('harmony')?.id }],
  matter: ({ master }) => master,
  minutes: () => 90,
  rating: () => 4,
}

const valueOf = ({ kind }: Input, world: { model: OfficeModel; master: string }): unknown => {
  const make = VALUES[kind]
  if (!make) throw new Error(`the matrix has no value for an input of kind ${kind}`)
  return make(world)
}

type Making = { payload: Payload; drive: Driver; bring: (standing: Standing, id: string, master: string) => Promise<void>; clerk: ActingOf }

const makeFixtures = async ({ payload, drive, bring, clerk }: Making) => {
  const make = async (silent?: true): Promise<Fixture> => {
    const { matter, receiptCode, word } = await drive.create(silent ? { by: clerk, source: 'hotline' } : { contact: { phone: '13800138000', name: '张三' } })
    const { id: photo } = await addPhoto({ payload, office: matter.office, bytes: PNG, stage: 'report', owner: {}, matter: matter.id, visibility: 'staff' })
    return { id: matter.id, number: matter.number, revision: 0, receiptCode, word, photo }
  }
  const master = await make()
  const fixtures = new Map<string, Fixture>()
  for (const standing of STANDINGS) {
    const fixture = await make(standing.silent)
    await bring(standing, fixture.id, master.id)
    if (standing.asked) await drive.act(fixture.id, 'askErasure', { by: reporter, input: { reason: '已经不用了' } })
    fixtures.set(standing.name, fixture)
  }
  for (const fixture of [master, ...fixtures.values()]) fixture.revision = (await drive.fresh(fixture.id)).revision
  return { master, fixtures }
}

/** A portal with one signed-in person per role and one matter per standing, and the means to put everything back after each success. */
export const openWorld = async (): Promise<World> => {
  process.env.RATE_LIMITS = 'track=off,followUp=off,signIn=off'
  const portal = await openPortal()
  const { payload } = portal
  const people = await makePeople(payload)
  const drive = driver(() => payload)
  // Whoever brings the matters to their steps is none of those who are asked afterwards.
  const office = await addPerson(payload, { username: 'm-office', roles: ['intake', 'dispatcher', 'coordinator', 'supervisor'].map((role) => ({ role })), seat: 'jw' })
  const worker = await addPerson(payload, { username: 'm-worker', roles: [{ role: 'handler' }], seat: 'jw', duties: [{ team: 'professional' }] })
  const model = await needModel(payload)
  const signIn = async (username: string) => (await payload.login({ collection: SLUG.users, data: { username, password: PASSWORD } })).token ?? ''
  const members = new Map<string, Member>()
  for (const { code } of ROLES) members.set(code, { id: people.as(code).id, token: await signIn(people.as(code).username) })
  // When a session was last used is written down now and then, beside every question: that is no answer of a door.
  for (const { id } of await findRows({ payload }, SLUG.sessions)) await updateRowIf({ payload }, SLUG.sessions, { id: { equals: id } }, { lastSeenAt: '2100-01-01T00:00:00.000Z' })
  const { master, fixtures } = await makeFixtures({ payload, drive, clerk: office.acting, bring: ways({ drive, model, office: office.acting, worker: worker.acting }) })
  const probe = await openProbe(portal.dir)
  const need = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new Error(`the world has no ${what}`)
    return value
  }
  return {
    ...portal, ...probe, pristine: await probe.books(), model, drive, master, signIn,
    member: (role) => need(members.get(role), role),
    at: ({ name }) => need(fixtures.get(name), name),
    inputs: ({ inputs }) => Object.fromEntries(inputs.filter(({ kind }) => kind !== 'photos').map((input) => [input.key, valueOf(input, { model, master: master.id })])),
    close: async () => {
      delete process.env.RATE_LIMITS
      probe.close()
      await portal.close()
    },
  }
}
