import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { newId } from '@/db/ids'
import { countRows, findRows, insertRow } from '@/db/rows'
import type { DomainError } from '@/domain/errors'
import { storeBytes } from '@/services/photos/store'
import { saveDraft, type Draft } from '@/services/site/report/draft'
import { newToken, tokenHash } from '@/services/site/sealed'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { engineOf } from '../helpers/dbSqlite'
import { digests, faulty, type Fault, type Moment } from '../helpers/faulty'
import { driver, reporter } from '../helpers/matters'
import { makePeople, type People } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'
import { TEXT, upToCheck, visitor, type Visitor } from '../helpers/siteReport'
import { wholeFaults } from '../helpers/wholeness'

let portal: TestPortal
let people: People
let database: ReturnType<typeof faulty>
let filled: Draft
const on = driver(() => portal.payload)
const by = (role: string) => people.as(role).acting

beforeAll(async () => {
  vi.stubEnv('RATE_LIMITS', 'report=off')
  portal = await openPortal()
  people = await makePeople(portal.payload)
  const browser = visitor(portal.payload)
  await upToCheck(browser)
  filled = await browser.draft()
  database = faulty(portal.payload)
  vi.spyOn(portal.payload.logger, 'error').mockImplementation(() => undefined)
})
afterEach(() => expect(engineOf(portal.payload).queue.holder()).toBeUndefined())
afterAll(async () => {
  database.free()
  await portal.close()
  vi.unstubAllEnvs()
})

/** One error SQLite gives up a transaction for, and one that it knows nothing of. */
const ERRORS: readonly (() => Error)[] = [() => Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_WRITE' }), () => new Error('the answer was lost')]

const at = (number: number, when: Moment, error: () => Error): Fault => (statement) => (statement.number === number && statement.when === when ? error() : undefined)

const places = (statements: readonly string[]): Place[] =>
  statements.flatMap((_, index) => (['before', 'after'] as const).map((when, turn) => ({ number: index + 1, when, error: ERRORS[(index + turn) % 2]! })))

/** Everything the database holds, but for the drafts: they say what went wrong. */
const standing = async (): Promise<Record<string, string>> => {
  const { report_drafts: _drafts, ...rest } = await digests(portal.payload)
  return rest
}

type Sender = { browser: Visitor; key: string; text: string }

let senders = 0

/** A browser whose report is filled in, with a photo and a telephone, up to the page where it is sent. */
const sender = async (): Promise<Sender> => {
  const { payload } = portal
  const model = await needModel(payload)
  const [token, id] = [newToken(), newId()]
  const { file, sha256 } = await storeBytes(id, Buffer.from(id))
  const addedAt = new Date().toISOString()
  await insertRow({ payload }, SLUG.attachments, {
    id, office: model.office.id, draft: tokenHash(token), stage: 'report', file, sha256, mime: 'image/jpeg', width: 1, height: 1, bytes: id.length, visibility: 'reporter', addedBy: 'reporter', addedAt,
  })
  senders += 1
  const [key, text] = [`key-${newId()}`, `${TEXT}（${senders}）`]
  await saveDraft({ payload, model, held: { token, draft: { ...filled, key, text, photos: [id] } } })
  const browser = visitor(payload)
  browser.use(token)
  return { browser, key, text }
}

const send = ({ browser }: Sender) => browser.post('check', { do: 'send' })
const sentBy = ({ text }: Sender) => findRows({ payload: portal.payload }, SLUG.matters, { where: { text: { equals: text } } })
const isCommit = (sql: string): boolean => sql === 'COMMIT'

type Place = { number: number; when: Moment; error: () => Error }

const wordsOf = ({ number, when, error }: Place, statements: readonly string[]): string => `${error().message} ${when} statement ${number}: ${statements[number - 1]?.slice(0, 80)}`

const isKept = ({ number, when }: Place, commit: number): boolean => number > commit || (number === commit && when === 'after')

/** One report whose sending meets one fault, and is sent again. */
const tried = async ({ place, statements, commit }: { place: Place; statements: readonly string[]; commit: number }): Promise<void> => {
  const { number, when, error } = place
  const what = wordsOf(place, statements)
  const one = await sender()
  const before = await standing()
  const { result: answer } = await database.watch(() => send(one), at(number, when, error))
  const committed = isKept(place, commit)
  const first = await sentBy(one)
  expect(first, what).toHaveLength(Number(committed))
  // Only what comes after the matter may fail without the sender being told: never the other way round.
  if (!committed) expect([await standing(), answer?.to === '/receipt'], what).toEqual([before, false])
  expect((await send(one)).to, what).toBe('/receipt')
  const after = await sentBy(one)
  expect(after, what).toHaveLength(1)
  if (committed) expect(after, what).toEqual(first)
  expect(after, what).toMatchObject([{ receiptCode: (await one.browser.draft()).sent!.receiptCode }])
}

describe('a report with photo and telephone, with a fault before and after every statement', () => {
  it('is there once or not at all, and once when it is sent again', async () => {
    await send(await sender())
    const whole = await sender()
    const { seen: statements, result } = await database.watch(() => send(whole))
    expect(result).toMatchObject({ to: '/receipt' })
    const commit = statements.findIndex(isCommit) + 1
    expect([commit > 15, statements.slice(commit).some(isCommit)]).toEqual([true, true])
    for (const place of places(statements)) await tried({ place, statements, commit })
    expect(await wholeFaults({ payload: portal.payload, dir: portal.dir })).toEqual([])
    expect(await countRows({ payload: portal.payload }, SLUG.attachments, { matter: { exists: false } })).toBe(0)
  })
})

describe('a transition, with a fault before and after every statement', () => {
  const accept = (id: string) => on.move(id, 'accept', { by: by('intake'), revision: 1 })
  const opened = async () => (await on.create({ contact: { phone: '13800138000' } })).matter.id
  const acceptedOnce = async (id: string) => (await on.events(id)).filter(({ action }) => action === 'accept').length

  it('is there once or not at all, and the next try does it or is told that it was done', async () => {
    await accept(await opened())
    const sample = await opened()
    const { seen: statements } = await database.watch(() => accept(sample))
    const commit = statements.findIndex(isCommit) + 1
    expect([commit > 15, commit]).toEqual([true, statements.length])
    for (const place of places(statements)) {
      const { number, when, error } = place
      const what = wordsOf(place, statements)
      const id = await opened()
      const before = await digests(portal.payload)
      const { error: refusal } = await database.watch(() => accept(id), at(number, when, error))
      expect(refusal, what).toBeInstanceOf(Error)
      const committed = number === commit && when === 'after'
      if (!committed) expect(await digests(portal.payload), what).toEqual(before)
      const again = await accept(id).catch((thrown: unknown) => thrown)
      if (committed) expect(again, what).toMatchObject({ code: 'conflict', detail: { happened: [{ action: 'accept' }, ...((again as DomainError).detail.happened as unknown[]).slice(1)] } })
      else expect(again, what).not.toBeInstanceOf(Error)
      expect(await acceptedOnce(id), what).toBe(1)
    }
    expect(await wholeFaults({ payload: portal.payload, dir: portal.dir })).toEqual([])
  })
})

describe('a rollback that fails too', () => {
  it.each(['before', 'after'] as const)('%s it was done: nothing is kept, and the next transaction begins anew', async (rollback) => {
    const before = await digests(portal.payload)
    const put: Fault = ({ sql, when }) => {
      if (when === 'before' && /insert into "?outbox/i.test(sql)) return ERRORS[1]?.()
      return sql === 'ROLLBACK' && when === rollback ? ERRORS[0]?.() : undefined
    }
    const { error } = await database.watch(() => on.create({ by: reporter }), put)
    expect(error).toBeInstanceOf(Error)
    expect(await digests(portal.payload)).toEqual(before)
    const { matter } = await on.create()
    expect(await countRows({ payload: portal.payload }, SLUG.matters, { id: { equals: matter.id } })).toBe(1)
  })
})
