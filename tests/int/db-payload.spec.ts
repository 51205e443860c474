import type { CollectionSlug, PayloadRequest } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { afterCommit, withTransaction } from '@/db/transaction'

import { type Opened, openPayload } from '../helpers/dbPayload'
import { committed, createDoc } from '../helpers/dbRows'
import { engineOf } from '../helpers/dbSqlite'

// not among the generated types, as everything here
const collection = 'people' as never
const person = { email: 'a@example.org', password: 'a long password' }

let db: Opened
const hook = vi.fn()
beforeAll(async () => {
  const afterChange = async ({ req }: { req: PayloadRequest }) => {
    await createDoc(req.payload, 'boxes', { title: 'by the hook' }, req)
    await afterCommit(req, hook)
  }
  const watched = [
    { slug: 'watched', fields: [{ name: 'title', type: 'text' as const, unique: true }], hooks: { afterChange: [afterChange] } },
    { slug: 'drafted', versions: { drafts: true }, fields: [{ name: 'title', type: 'text' as const }] },
  ]
  db = await openPayload({ limits: { waitMs: 2_000 } }, watched)
  await createDoc(db.payload, 'people', person)
})
afterAll(() => db.close())
afterEach(() => {
  expect(engineOf(db.payload).queue.holder()).toBeUndefined()
})

describe("Payload's own operations on the one writer", () => {
  it('join the transaction of the operation whose hook calls them, and run its tasks after the commit', async () => {
    const { payload } = db
    const saved = await createDoc(payload, 'watched', { title: 'one' })
    expect(saved).toMatchObject({ title: 'one' })
    expect(hook).toHaveBeenCalledOnce()
    expect(await committed(payload, 'boxes')).toBe(1)
    await expect(createDoc(payload, 'watched', { title: 'one' })).rejects.toThrow()
    expect(hook).toHaveBeenCalledOnce()
    expect(await committed(payload, 'boxes')).toBe(1)
  })

  it('sign a person in, count the failures, lock the account, unlock it, sign out', async () => {
    const { payload } = db
    const login = (password: string) => payload.login({ collection, data: { email: person.email, password } as never, overrideAccess: true })
    expect(await login(person.password)).toMatchObject({ user: { email: person.email } })
    for (let failure = 0; failure < 3; failure += 1) await expect(login('wrong')).rejects.toThrow()
    await expect(login(person.password)).rejects.toThrow(/locked/i)
    await payload.unlock({ collection, data: { email: person.email } as never, overrideAccess: true })
    expect(await login(person.password)).toMatchObject({ user: { email: person.email } })
  })

  it('sign in several at once', async () => {
    const { payload } = db
    const login = () => payload.login({ collection, data: person as never, overrideAccess: true })
    expect(await Promise.all(Array.from({ length: 6 }, login))).toHaveLength(6)
  })

  it('queue and run jobs', async () => {
    const { payload } = db
    for (let job = 0; job < 5; job += 1) await payload.jobs.queue({ task: 'nothing' as never, input: {} as never })
    const { jobStatus } = await payload.jobs.run({ limit: 5, silent: true })
    expect(Object.values(jobStatus ?? {}).map(({ status }) => status)).toEqual(Array(5).fill('success'))
  })

  it('change and delete many rows, and keep drafts and versions', async () => {
    const { payload } = db
    const drafted = 'drafted' as CollectionSlug
    for (let index = 0; index < 5; index += 1) await payload.create({ collection: drafted, data: { title: `${index}` } as never, draft: true, overrideAccess: true })
    const changed = await payload.update({ collection: drafted, where: {}, data: { title: 'same', _status: 'published' } as never, overrideAccess: true })
    expect(changed.errors).toEqual([])
    expect(changed.docs).toHaveLength(5)
    expect((await payload.findVersions({ collection: drafted, overrideAccess: true, limit: 0 })).totalDocs).toBe(10)
    expect((await payload.delete({ collection: drafted, where: {}, overrideAccess: true })).docs).toHaveLength(5)
    expect(await committed(payload, 'drafted')).toBe(0)
  })

  it('forget a password only with the reservation of time switched off, which writes outside its own transaction', async () => {
    const { payload } = db
    const forgot = () => payload.forgotPassword({ collection, data: { email: person.email } as never, disableEmail: true })
    expect(await forgot()).toMatch(/^[0-9a-f]{40}$/)
    const withMail = payload.forgotPassword({ collection, data: { email: person.email } as never })
    await expect(withMail).rejects.toMatchObject({ cause: { code: 'busy', detail: { fault: 'openTransaction' } } })
  })

  it('work inside a transaction of ours', async () => {
    const { payload } = db
    await withTransaction(payload, async (req) => {
      const doc = await createDoc(payload, 'boxes', { title: 'first' }, req)
      await payload.update({ collection: 'boxes' as never, id: doc.id, data: { title: 'second' } as never, req, overrideAccess: true })
      expect(await payload.findByID({ collection: 'boxes' as never, id: doc.id, req, overrideAccess: true })).toMatchObject({ title: 'second' })
      await payload.delete({ collection: 'boxes' as never, id: doc.id, req, overrideAccess: true })
      expect(await payload.findByID({ collection: 'boxes' as never, id: doc.id, req, overrideAccess: true, disableErrors: true })).toBeNull()
    })
  })
})
