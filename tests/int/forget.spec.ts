import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { purgeErased } from '@/db/purge'
import { countRows, findRow, findRows, insertRow, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { setClock } from '@/lib/clock'
import { forgetDue } from '@/jobs/forget.handler'
import { planOf } from '@/services/forget/plan'
import { ENTRY_REFERENCES, MATTER_REFERENCES } from '@/services/forget/references'
import { runningRun, startRun, continueRun } from '@/services/forget/run'
import { verifyAudit } from '@/services/health/verifyAudit'
import { addPhoto } from '@/services/photos/add'
import { newToken, tokenHash } from '@/services/site/sealed'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { MARK, markedRow, markPhoto, placesWithMark, referencesTo, wordFields } from '../helpers/marked'
import { isAtomic } from '../helpers/engine'
import { driver, reporter as reporterActing } from '../helpers/matters'
import { makePeople, type People } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'
import { samplePhoto } from '../helpers/siteReport'

const DAY = 86_400_000
const BEGIN = Date.parse('2026-03-02T01:30:00.000Z')

let portal: TestPortal
let people: People
let at = BEGIN
const payload = () => portal.payload
const rows = () => ({ payload: payload() })
const on = driver(payload)
const model = () => needModel(payload())

beforeAll(async () => {
  portal = await openPortal()
  people = await makePeople(portal.payload)
  setClock(() => at)
})
beforeEach(() => { at = BEGIN })
afterAll(async () => {
  setClock()
  await portal.close()
})

const setType = async (data: Record<string, unknown>): Promise<void> => {
  const type = (await model()).types.all.find(({ listed }) => listed)!
  await payload().update({ collection: SLUG.types, id: type.id, data, overrideAccess: true, depth: 0, context: { reason: 'test' } })
}

const setOffice = async (data: Record<string, unknown>): Promise<void> => {
  const { office } = await model()
  await payload().update({ collection: SLUG.offices, id: office.id, data, overrideAccess: true, depth: 0 })
}

/** A matter with everything the services can hang on it, every text marked, closed at once. */
const wholeMatter = async (text = `楼道灯 ${MARK} 不亮`): Promise<string> => {
  const draft = tokenHash(newToken())
  const { office } = await model()
  const photo = await addPhoto({ payload: payload(), office: office.id, bytes: samplePhoto('p2'), stage: 'report', owner: { draft } })
  await markPhoto(portal.dir, photo.id)
  const { matter } = await on.create({ text, address: `${MARK}路 3 号`, contact: { name: MARK.slice(0, 12), phone: '13800138000', email: `${MARK}@example.org` }, photos: [photo.id], photoOwner: { draft } })
  const by = people.as('intake').acting
  await on.act(matter.id, 'note', { by, input: { text: `note ${MARK}` } })
  await on.act(matter.id, 'reply', { by, input: { text: `reply ${MARK}` } })
  await on.act(matter.id, 'reveal', { by, input: { reason: `call back ${MARK}` } })
  await on.act(matter.id, 'addInfo', { by: reporterActing, input: { text: `more ${MARK}` } })
  await on.act(matter.id, 'correctOwn', { by: reporterActing, input: { text: `${text} again ${MARK}` } })
  await on.move(matter.id, 'withdraw', { by: reporterActing, input: { reason: `done ${MARK}` } })
  return matter.id
}

/** What stays of an anonymised matter, and why it holds nobody's words: ids, codes of the office, steps, digests. */
const KEPT = new Set(['id', 'number', 'categoryPath', 'path', 'step', 'previousStep', 'outcome', 'lastDigest', 'handlers', 'reviewers', 'participants', 'nextClock'])
/** The office's own words about its work: a run's name and plan, the name of the place that was checked, the limit as it was set. */
const OFFICES_OWN: Partial<Record<CollectionSlug, string[]>> = { 'routine-runs': ['title', 'plan', 'error'], 'round-checks': ['title', 'path'], attachments: ['mime'] }
/** What stays with an anonymised matter beside it: steps and clocks, whose columns the services fill with codes and times. */
const STEPS: CollectionSlug[] = [SLUG.events, SLUG.clocks]

const plainOf = (fields: readonly string[] = []) => Object.fromEntries(fields.map((name) => [name, name === 'path' ? '/a/' : 'x']))

/** When the last run of the routine was due: each at a time of its own. */
let runs = 0

const hangMarkedRows = async (matter: string, mode: 'delete' | 'anonymise'): Promise<void> => {
  const { office, routines, registers } = { ...(await model()), routines: await findRows(rows(), SLUG.routines), registers: (await model()).registers }
  const register = registers.all[0]!
  const entry = await insertRow(rows(), SLUG.entries, { office: office.id, register: register.id, version: String(register.current), code: `e-${matter}`, title: 'x', answers: {}, revision: 1, active: true, editedAt: '2020-01-01T00:00:00.000Z' } as never)
  const run = await insertRow(rows(), SLUG.runs, { office: office.id, routine: routines[0]!.id, dueAt: new Date((runs += 60_000)).toISOString(), state: 'done' } as never)
  for (const { slug, field } of referencesTo(payload(), SLUG.matters)) {
    if (slug === SLUG.contacts || slug === SLUG.runs || slug === SLUG.matters || slug.startsWith('payload-') || (mode === 'anonymise' && STEPS.includes(slug))) continue
    const links = { office: office.id, [field]: matter, ...(slug === SLUG.checks ? { run, entry } : {}), ...(slug === SLUG.legalHolds ? { liftedAt: '2020-01-02T00:00:00.000Z' } : {}) }
    await insertRow(rows(), slug, markedRow(payload(), slug, { ...plainOf(OFFICES_OWN[slug]), ...links }) as never)
  }
  const words = wordFields(payload(), SLUG.matters).filter((name) => !KEPT.has(name) && name !== 'idempotencyKey')
  await updateRowIf(rows(), SLUG.matters, { id: { equals: matter } }, Object.fromEntries(words.map((name) => [name, name === 'answers' ? { q: MARK } : `${MARK} ${name} ${matter}`])) as never)
}

const forgetAll = async (): Promise<number> => {
  const id = await startRun({ payload: payload(), model: await model() })
  expect(id).toEqual(expect.any(String))
  const gone = await continueRun(payload(), (await runningRun(payload(), (await model()).office.id))!)
  return gone
}

describe('what refers to something that is forgotten', () => {
  it.each([[SLUG.matters, MATTER_REFERENCES], [SLUG.entries, ENTRY_REFERENCES]] as const)('%s: each reference of the configuration has its treatment', (target, known) => {
    const name = ({ slug, field }: { slug: string; field: string }) => `${slug}.${field}`
    expect(known.map(name).sort()).toEqual(referencesTo(payload(), target).map(name).sort())
  })
})

describe.each(['delete', 'anonymise'] as const)('%s', (mode) => {
  it('leaves the mark of a matter in no table and no file, deleted pages and the journal included', async () => {
    await setType({ retentionDays: 400, retentionMode: mode })
    const id = await wholeMatter()
    await hangMarkedRows(id, mode)
    await purgeErased(payload())
    expect((await placesWithMark(payload(), portal.dir)).length).toBeGreaterThan(1)
    const { number } = await on.fresh(id)
    at += 500 * DAY
    expect(await forgetAll()).toBe(1)
    expect(await placesWithMark(payload(), portal.dir)).toEqual([])
    const left = await findRow(rows(), SLUG.matters, { where: { id: { equals: id } } })
    expect(left === undefined).toBe(mode === 'delete')
    if (left) expect(left).toMatchObject({ number, text: null, answers: {}, anonymisedAt: expect.any(String) as unknown, open: false, outcome: 'withdrawn' })
    expect(await countRows(rows(), SLUG.contacts, { matter: { equals: id } })).toBe(0)
    expect(await findRows(rows(), SLUG.tombstones, { where: { target: { equals: id } } })).toMatchObject([{ kind: 'matter', code: number, mode, reason: 'retention', outcome: 'withdrawn', rule: { days: 400, mode } }])
    await verifyAudit(payload())
    expect(await findRow(rows(), SLUG.auditHeads, {})).toMatchObject({ faultSeq: null })
    const events = await on.events(id)
    expect(events.map(({ previous }) => previous)).toEqual(events.length === 0 ? [] : ['', ...events.slice(0, -1).map(({ digest }) => digest)])
  }, 60_000)
})

describe('an entry of a register', () => {
  it.each(['delete', 'anonymise'] as const)('%s: goes with its checks, their photos, its history and the file it came from', async (mode) => {
    const { office, registers } = await model()
    const register = registers.all[0]!
    const { id: _old, ...before } = (await findRow(rows(), SLUG.definitions, { where: { id: { equals: register.current } } }))!
    const number = before.number + 1
    const version = await insertRow(rows(), SLUG.definitions, { ...before, number, definition: { ...(before.definition as object), retention: { days: 400, mode } } } as never)
    await updateRowIf(rows(), SLUG.registers, { id: { equals: register.id } }, { current: version, currentNumber: number })
    forgetOfficeModel()
    const entry = { ...plainOf(['path']), office: office.id, register: register.id, version, code: `gone-${mode}`, revision: 1, active: false, anonymisedAt: null, editedAt: '2020-01-01T00:00:00.000Z' }
    const id = await insertRow(rows(), SLUG.entries, markedRow(payload(), SLUG.entries, entry) as never)
    const run = (await findRow(rows(), SLUG.runs, {}))!.id
    const check = await insertRow(rows(), SLUG.checks, markedRow(payload(), SLUG.checks, { ...plainOf(['title', 'path']), run, entry: id, office: office.id }) as never)
    const photo = await addPhoto({ payload: payload(), office: office.id, bytes: samplePhoto('p2'), stage: 'supervision', owner: { draft: `check-${check}` } })
    await markPhoto(portal.dir, photo.id)
    await insertRow(rows(), SLUG.changes, markedRow(payload(), SLUG.changes, { office: office.id, table: SLUG.entries, target: id, batch: null, undoes: null, undoneBy: null }) as never)
    await insertRow(rows(), SLUG.imports, markedRow(payload(), SLUG.imports, { office: office.id, kind: 'entries', subject: register.id, state: 'applied', name: 'x', base: null, batch: null, reason: null, error: null }) as never)
    await forgetAll()
    expect(await placesWithMark(payload(), portal.dir)).toEqual([])
    expect(await findRows(rows(), SLUG.tombstones, { where: { target: { equals: id } } })).toMatchObject([{ kind: 'entry', code: `${register.code}/gone-${mode}`, mode }])
  })
})

describe('when', () => {
  beforeAll(() => setType({ retentionDays: 400, retentionMode: 'delete' }))

  const due = async (): Promise<number> => (await planOf(payload(), await model(), at)).due

  it('counts from the last thing a person did, not from the archive alone, and not from what the portal does by itself', async () => {
    await setType({ retentionDays: 400, retentionMode: 'delete' })
    const id = await wholeMatter('楼道灯不亮')
    at += 300 * DAY
    await on.act(id, 'note', { by: people.as('intake').acting, input: { text: 'asked again' } })
    at += 399 * DAY
    expect(await due()).toBe(0)
    at += DAY
    expect(await due()).toBe(1)
    await forgetAll()
  })

  it('never before a year, whatever is typed, and never while it is worked on', async () => {
    await expect(setType({ retentionDays: 30 })).rejects.toThrow()
    await on.create({ text: '还在办的事' })
    at += 5000 * DAY
    expect((await planOf(payload(), await model(), at)).lines.filter(({ lastAt }) => lastAt > at - 4999 * DAY)).toEqual([])
  })

  it('a hold keeps all of it, answers and contact included, until a person lifts it', async () => {
    const id = await wholeMatter('下水井盖响')
    const { office } = await model()
    at += 500 * DAY
    const before = await due()
    const hold = await insertRow(rows(), SLUG.legalHolds, { office: office.id, matter: id, reason: 'court', setAt: new Date(at).toISOString(), reviewBy: new Date(at - DAY).toISOString() })
    const plan = await planOf(payload(), await model(), at)
    expect([plan.due, plan.held]).toEqual([before - 1, 1])
    const { afterRetention } = await import('@/jobs/afterRetention.handler')
    await updateRowIf(rows(), SLUG.contacts, { matter: { equals: id } }, { eraseAfter: new Date(at - DAY).toISOString() })
    await afterRetention(payload())
    expect((await findRow(rows(), SLUG.contacts, { where: { matter: { equals: id } } }))?.keyId).toEqual(expect.any(String))
    expect(await startRun({ payload: payload(), model: await model() })).toBeUndefined()
    expect(await on.fresh(id)).toMatchObject({ text: expect.stringContaining('井盖') as unknown })
    await updateRowIf(rows(), SLUG.legalHolds, { id: { equals: hold } }, { liftedAt: new Date(at).toISOString() })
    await afterRetention(payload())
    expect((await findRow(rows(), SLUG.contacts, { where: { matter: { equals: id } } }))?.keyId).toBeNull()
    expect(await due()).toBe(1)
    await forgetAll()
  })
})

describe('a run', () => {
  beforeAll(() => setType({ retentionDays: 400, retentionMode: 'delete' }))

  it('goes by itself once a day where the office switched it on, and not elsewhere', async () => {
    await wholeMatter('树枝挡了路')
    at += 800 * DAY
    expect(await forgetDue(payload())).toBe(0)
    await setOffice({ retentionOn: true })
    expect(await forgetDue(payload())).toBe(1)
    await wholeMatter('树枝又挡了路')
    at += 500 * DAY
    expect(await forgetDue(payload())).toBe(1)
    expect(await forgetDue(payload())).toBe(0)
    await setOffice({ retentionOn: false })
  })

  it('takes what its reporter had erased before, too: one mark stays, of what went last', async () => {
    const id = await wholeMatter('墙边的树枝断了')
    await on.act(id, 'eraseOwn', { by: reporterActing, input: {} })
    const marks = () => findRows(rows(), SLUG.tombstones, { where: { target: { equals: id } } })
    expect(await marks()).toMatchObject([{ reason: 'asked', mode: 'anonymise' }])
    expect((await marks())[0]?.run ?? null).toBeNull()
    at += 500 * DAY
    expect(await forgetAll()).toBe(1)
    expect(await marks()).toMatchObject([{ reason: 'retention', mode: 'delete', rule: { days: 400 } }])
  })

  it('refuses a list that is no longer the one that was seen', async () => {
    const id = await wholeMatter('一处路灯坏了')
    at += 500 * DAY
    const seen = (await planOf(payload(), await model(), at)).digest
    await insertRow(rows(), SLUG.legalHolds, { office: (await model()).office.id, matter: id, reason: 'audit', setAt: new Date(at).toISOString(), reviewBy: new Date(at).toISOString() })
    await expect(startRun({ payload: payload(), model: await model(), seen })).rejects.toMatchObject({ code: 'conflict' })
    await updateRowIf(rows(), SLUG.legalHolds, { matter: { equals: id } }, { liftedAt: new Date(at).toISOString() })
    await forgetAll()
  })

  it.runIf(isAtomic())('cut off anywhere goes on where it was, and its certificate is true', async () => {
    for (const text of ['甲处路灯坏了', '乙处路灯坏了', '丙处路灯坏了']) await wholeMatter(text)
    at += 500 * DAY
    const id = (await startRun({ payload: payload(), model: await model() }))!
    const office = (await model()).office.id
    let asked = 0
    await continueRun(payload(), (await runningRun(payload(), office))!, () => (asked += 1) > 1)
    const certificate = () => findRow(rows(), SLUG.erasures, { where: { id: { equals: id } } })
    const gone = () => countRows(rows(), SLUG.tombstones, { run: { equals: id } })
    expect(await certificate()).toMatchObject({ state: 'running', planned: 3, deleted: 1, photos: 1 })
    expect(await gone()).toBe(1)

    // each statement of the next one fails once, the last one included; nothing is half gone
    const { db } = payload()
    const [plain, commit] = [db.deleteMany.bind(db), db.commitTransaction.bind(db)]
    for (let broken = 1; broken <= 9; broken += 1) {
      let seen = 0
      const before = [await countRows(rows(), SLUG.matters), await countRows(rows(), SLUG.texts), await countRows(rows(), SLUG.events), await gone()]
      db.deleteMany = async (args) => {
        seen += 1
        if (seen === broken) throw new Error('killed here')
        return plain(args)
      }
      if (broken === 9) db.commitTransaction = () => Promise.reject(new Error('killed at the end'))
      const due = (await findRows(rows(), SLUG.matters, { where: { open: { equals: false } }, sort: 'archivedAt', limit: 1 }))[0]!
      const { forgetMatter } = await import('@/services/forget/matter')
      await expect(withTransaction(payload(), async (req) => forgetMatter({ req, model: await model(), matter: due as never, mode: 'delete', at }))).rejects.toThrow('killed')
      Object.assign(db, { deleteMany: plain, commitTransaction: commit })
      expect([await countRows(rows(), SLUG.matters), await countRows(rows(), SLUG.texts), await countRows(rows(), SLUG.events), await gone()]).toEqual(before)
    }

    // whoever held the run is gone; its claim runs out
    await updateRowIf(rows(), SLUG.erasures, { id: { equals: id } }, { claim: 'dead', claimedAt: new Date(at).toISOString() })
    expect(await continueRun(payload(), (await runningRun(payload(), office))!)).toBe(0)
    at += 11 * 60_000
    expect(await continueRun(payload(), (await runningRun(payload(), office))!)).toBe(2)
    expect(await certificate()).toMatchObject({ state: 'done', planned: 3, deleted: 3, photos: 3, failed: 0 })
    expect(await gone()).toBe(3)
  }, 60_000)
})
