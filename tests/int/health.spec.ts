import { chmodSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findRow, findRows, updateRowIf } from '@/db/rows'
import { DICTIONARIES } from '@/i18n'
import { setClock } from '@/lib/clock'
import { deskFrame } from '@/services/desk/frame'
import { readiness } from '@/services/health/ready'
import { verifyAudit } from '@/services/health/verifyAudit'
import { forgetOfficeModel } from '@/services/structure/cache'
import { queueTask } from '@/services/structure/tasks'
import { withTransaction } from '@/db/transaction'
import { SLUG } from '@/slugs'
import { driver } from '../helpers/matters'
import { openHealth, type HealthPortal } from '../helpers/health'
import { isAtomic } from '../helpers/engine'
import { sweepsOf } from '../helpers/sweeps'

const MINUTE = 60_000
const DAY = 86_400_000
/** After 1 November: next year's list should be there. */
const AUTUMN = Date.parse('2026-11-20T02:00:00.000Z')

let portal: HealthPortal['portal']
let people: HealthPortal['people']
let finding: HealthPortal['finding']
let change: HealthPortal['change']
let office: HealthPortal['office']
let deskFor: HealthPortal['deskFor']
let looked: HealthPortal['looked']
let at = AUTUMN
const on = driver(() => portal.payload)
const rows = () => ({ payload: portal.payload })
const sweep = sweepsOf(() => portal.payload)

beforeAll(async () => {
  setClock(() => at)
  ;({ portal, people, finding, change, office, deskFor, looked } = await openHealth())
})
afterAll(async () => {
  await portal.close()
  setClock()
})
beforeEach(async () => {
  setClock(() => at)
  forgetOfficeModel()
  await sweep.turn('sendOutbox', { every: 5000 })
})
afterEach(() => sweep.forget())

describe('the health page', () => {
  it('is for those who hold the permission, and in their menu', async () => {
    const entry = async (role: string) => (await deskFrame(await deskFor(role), { path: '/desk' })).nav.some(({ key }) => key === 'health')
    for (const role of ['owner', 'director', 'securityAdmin', 'auditor']) expect(await entry(role)).toBe(true)
    for (const role of ['intake', 'handler', 'publisher']) expect(await entry(role)).toBe(false)
  })

  it('says until when the two others are not named, and where that is done', async () => {
    expect(await finding('appointments')).toMatchObject({ gravity: 'now', fix: { href: '/desk/appoint' } })
    expect((await finding('appointments', 'director'))?.fix).toBeUndefined()
    await change(SLUG.offices, await office(), { appointmentsOpen: false })
    expect(await finding('appointments')).toBeUndefined()
    expect((await looked()).fine.map(({ check }) => check)).toContain('appointments')
  })

  it('counts matters nobody has past intake, and those of people who left', async () => {
    const { matter } = await on.create({ category: 'public-safety-lift', text: '电梯停了' })
    await on.move(matter.id, 'accept', { by: people.as('intake').acting })
    expect(await finding('unowned')).toBeUndefined()
    await updateRowIf(rows(), SLUG.matters, { id: { equals: matter.id } }, { ownerUnit: null, ownerTeam: null, ownerPerson: null })
    expect(await finding('unowned', 'director')).toMatchObject({ gravity: 'now', title: '1 matter has no owner', names: '', fix: { href: expect.stringContaining('/desk/queue?view=nobody') } })
    const told = await finding('unowned', 'securityAdmin')
    expect([told?.fix, told?.ask]).toEqual([undefined, 'Ask: Dispatcher or Coordinator'])
    expect((await finding('unowned', 'director'))?.ask).toBeUndefined()
    await updateRowIf(rows(), SLUG.matters, { id: { equals: matter.id } }, { ownerPerson: people.as('mediator').id })
    await change(SLUG.users, people.as('mediator').id, { active: false })
    expect(await finding('ownerLeft')).toMatchObject({ gravity: 'now' })
    await change(SLUG.users, people.as('mediator').id, { active: true })
  })

  it('tells of clauses that are cited and gone, and of acknowledgements that are outstanding', async () => {
    expect(await finding('citesNothing')).toBeUndefined()
    const { id } = (await findRow(rows(), SLUG.rules, { where: { code: { equals: 'supervision' } } }))!
    const { clauses } = await portal.payload.findByID({ collection: SLUG.rules, id, depth: 0, overrideAccess: true })
    await change(SLUG.rules, id, { _status: 'published', effectiveAt: new Date(at - DAY).toISOString() })
    expect(await finding('unacknowledged')).toMatchObject({ gravity: 'note', fix: { href: '/desk/rules' } })
    await change(SLUG.rules, id, { _status: 'published', clauses: clauses!.filter(({ code }) => code !== '2') })
    expect(await finding('citesNothing')).toMatchObject({ gravity: 'soon', names: expect.stringContaining('supervision#2') })
  })

  it('sees messages that do not leave, and work that is late, failing or stuck', async () => {
    expect([await finding('sweepLate'), await finding('outbox')]).toEqual([undefined, undefined])
    at += 11 * MINUTE
    expect(await finding('outbox')).toMatchObject({ gravity: 'now' })
    expect(await finding('sweepLate')).toMatchObject({ names: 'sendOutbox' })
    await sweep.turn('thresholds', { failed: true })
    expect(await finding('sweepFails')).toBeUndefined()
    await sweep.turn('thresholds', { failed: true })
    expect(await finding('sweepFails')).toMatchObject({ names: 'thresholds' })
    await sweep.begin('sendOutbox')
    expect(await finding('sweepLate')).toBeUndefined()
    const id = await withTransaction(portal.payload, async (req) => queueTask(req, { office: await office(), kind: 'repath', input: {}, total: 40 }))
    expect(await finding('repath')).toMatchObject({ gravity: 'note', why: '0 of 40 matters.' })
    await updateRowIf(rows(), SLUG.tasks, { id: { equals: id } }, { tries: 3, error: 'no' })
    expect(await finding('repathStuck')).toMatchObject({ gravity: 'now' })
    await updateRowIf(rows(), SLUG.tasks, { id: { equals: id } }, { state: 'done', tries: 0, error: null, finishedAt: new Date(at).toISOString() })
    await sweep.forget()
    expect(await finding('noSweeps')).toMatchObject({ gravity: 'now' })
  })

  it('knows how far the audit record was verified, and where it does not hold', async () => {
    expect(await finding('auditOld')).toMatchObject({ gravity: 'soon' })
    expect(await verifyAudit(portal.payload)).toBe(0)
    const head = (await findRow(rows(), SLUG.auditHeads, {}))!
    expect(head).toMatchObject({ verifiedSeq: head.seq, faultSeq: null })
    expect((await looked()).fine.find(({ check }) => check === 'audit')?.detail).toContain(String(head.seq))
    const [row] = await findRows(rows(), SLUG.audit, { where: { seq: { equals: 5 } } })
    await updateRowIf(rows(), SLUG.audit, { id: { equals: row!.id } }, { action: 'something else' })
    expect(await verifyAudit(portal.payload)).toBe(1)
    expect(await finding('auditBroken', 'auditor')).toMatchObject({ gravity: 'now', title: expect.stringContaining('5'), fix: { href: '/desk/audit' } })
    expect((await finding('auditBroken', 'owner'))?.fix).toBeUndefined()
    await updateRowIf(rows(), SLUG.audit, { id: { equals: row!.id } }, { action: row!.action, updatedAt: row!.updatedAt })
    expect([await verifyAudit(portal.payload), await finding('auditBroken')]).toEqual([0, undefined])
    at += 2 * DAY
    expect(await finding('auditOld')).toBeDefined()
  })

  it.runIf(process.platform !== 'win32')('sees keys that others may read', async () => {
    expect(await finding('keysOpen')).toBeUndefined()
    const folder = path.join(portal.dir, 'keys')
    chmodSync(folder, 0o755)
    expect(await finding('keysOpen')).toMatchObject({ gravity: 'now', names: 'keys' })
    chmodSync(folder, 0o700)
  })

  it('has words for everything it finds, filled, in both languages', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const { groups, fine } = await looked('owner', lang)
      expect(groups.length + fine.length).toBeGreaterThan(3)
      expect(JSON.stringify(groups)).not.toMatch(/\{\w+[|}]|health\./)
    }
    expect([...DICTIONARIES.en.keys()].filter((key) => key.startsWith('health.'))).toEqual([...DICTIONARIES.zh.keys()].filter((key) => key.startsWith('health.')))
  })
})

describe('a database that keeps no act whole', () => {
  it('is told in words of the office, and to machines, and nowhere else', async () => {
    const { db } = portal.payload
    const { portal: own } = db as unknown as { portal: { isAtomic: () => boolean } }
    const before = own.isAtomic
    own.isAtomic = () => false
    expect(await finding('notAtomic')).toMatchObject({ gravity: 'now', title: expect.stringContaining('as a whole') })
    expect(await readiness(portal.payload)).toMatchObject({ status: 'degraded', checks: { transactions: 'none' } })
    own.isAtomic = () => true
    expect(await finding('notAtomic')).toBeUndefined()
    expect((await readiness(portal.payload)).checks).not.toHaveProperty('transactions')
    own.isAtomic = before
  })
})

describe('what machines may ask', () => {
  it.runIf(isAtomic())('is whether the portal serves, in words of a closed list', async () => {
    expect(await readiness(portal.payload)).toEqual({ status: 'ok', checks: { database: 'ok', office: 'ok', jobs: 'ok', storage: 'ok' } })
    await sweep.forget()
    expect(await readiness(portal.payload)).toEqual({ status: 'degraded', checks: { database: 'ok', office: 'ok', jobs: 'late', storage: 'ok' } })
    const broken = { ...portal.payload, db: { ...portal.payload.db, find: () => Promise.reject(new Error('gone')) } } as unknown as typeof portal.payload
    expect(await readiness(broken)).toEqual({ status: 'failing', checks: { database: 'failing', office: 'none', jobs: 'late', storage: 'unwritable' } })
  })
})
