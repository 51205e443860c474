import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { secondAdapter } from '@/db/adapter'
import { emptyCollections, filledCollections, isHalfMoved } from '@/db/mongoMove'
import { countRows, findRows, updateRowIf } from '@/db/rows'
import { said, sumOf } from '@/services/move/digest'
import { moveRows } from '@/services/move/move'
import { movedCollections } from '@/services/move/rows'
import { forgetOfficeModel, needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { bookFaults } from '../helpers/books'
import { mongoPossible, type MongoServer, startMongo } from '../helpers/dbMongo'
import { driver } from '../helpers/matters'
import { makePeople, type People } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

describe.runIf(mongoPossible())('the portal, moved from SQLite to MongoDB', () => {
  let portal: TestPortal
  let server: MongoServer
  let to: Payload
  let people: People
  let current: () => Payload
  const on = driver(() => current())
  const by = (role: string) => people.as(role).acting
  let open: string

  beforeAll(async () => {
    portal = await openPortal()
    current = () => portal.payload
    people = await makePeople(portal.payload)
    open = (await on.create({ text: '路灯不亮，晚上看不清路' })).matter.id
    await on.move(open, 'accept', { by: by('intake') })
    const { matter } = await on.create({ text: '已经有人来过' })
    await on.act(matter.id, 'reply', { by: by('supervisor'), input: { text: '师傅明天来' } })
    const [rule] = await findRows(portal, SLUG.rules, { limit: 1 })
    await portal.payload.update({ collection: SLUG.rules, id: rule!.id, data: { _status: 'draft' }, draft: true, overrideAccess: true })
    server = await startMongo()
    const { uri, compat } = server.database()
    const config = await (await import('@/payload.config')).default
    to = await getPayload({ config: { ...config, db: secondAdapter({ uri, compat }) }, key: 'target', disableOnInit: true })
  })
  afterAll(async () => {
    if (server.outlives) await to.db.connection.dropDatabase()
    await to.destroy()
    await server.close()
    await portal.close()
  })

  it('is not put over what stands there', async () => {
    await to.db.connection.db!.collection('notices').insertOne({ title: 'somebody else’s' })
    await expect(moveRows({ from: portal.payload, to })).rejects.toThrow(/already \(notices\)/)
    expect(await isHalfMoved(to)).toBe(false)
    await emptyCollections(to)
  })

  it('that broke off half way is said to be half, and begun anew', async () => {
    const create = to.db.create
    let written = 0
    to.db.create = ((args) => {
      written += 1
      if (written > 40) return Promise.reject(new Error('the cable was pulled'))
      return create.call(to.db, args)
    }) as typeof create
    await expect(moveRows({ from: portal.payload, to })).rejects.toThrow('cable')
    to.db.create = create
    expect(await isHalfMoved(to)).toBe(true)
    expect((await filledCollections(to)).length).toBeGreaterThan(0)
  })

  it('is there whole: every collection by count and digest, versions too, and the audit chain holds', async () => {
    const moved = await moveRows({ from: portal.payload, to })
    expect(moved.collections).toBe(movedCollections(portal.payload).length)
    expect(moved.rows).toBeGreaterThan(500)
    expect(moved.versions).toBeGreaterThan(3)
    expect(moved.chains).toBe(1)
    expect(await isHalfMoved(to)).toBe(false)
    for (const slug of Object.values(SLUG)) expect(await countRows({ payload: to }, slug), slug).toBe(await countRows(portal, slug))
    const [there] = await findRows({ payload: to }, SLUG.matters, { where: { id: { equals: open } } })
    const [here] = await findRows(portal, SLUG.matters, { where: { id: { equals: open } } })
    expect(said(to, SLUG.matters, there as never)).toEqual(said(portal.payload, SLUG.matters, here as never))
    await expect(moveRows({ from: portal.payload, to })).rejects.toThrow(/already/)
  })

  it('works there: a person signs in, and a matter goes on from where it stood', async () => {
    current = () => to
    forgetOfficeModel()
    expect((await needModel(to)).units.all.length).toBeGreaterThan(10)
    const before = await on.fresh(open)
    await on.move(open, 'assign', { by: by('dispatcher'), input: { lead: { team: (await needModel(to)).teams.all[0]!.id, person: people.as('handler').id } } })
    expect((await on.fresh(open)).revision).toBe(before.revision + 1)
    const { matter } = await on.create({ text: '搬家之后的第一件' })
    expect(matter.number).toBeDefined()
    expect(await bookFaults(to)).toEqual([])
    current = () => portal.payload
    forgetOfficeModel()
  })

  it.each([
    ['a row is missing', SLUG.units, async () => to.db.connection.db!.collection(SLUG.units).deleteOne({})],
    ['a row was changed', SLUG.teams, async () => updateRowIf({ payload: to }, SLUG.teams, { code: { exists: true } }, { code: 'other' } as never)],
    ['an empty word of free data is gone', SLUG.events, async () => {
      const events = to.db.connection.db!.collection(SLUG.events)
      const [event] = await findRows({ payload: to }, SLUG.events, { limit: 1 })
      await events.updateOne({ _id: event!.id as never }, { $set: { data: { more: null } } })
      const withNull = await sumOf(to, SLUG.events)
      await events.updateOne({ _id: event!.id as never }, { $set: { data: {} } })
      expect(await sumOf(to, SLUG.events)).not.toEqual(withNull)
    }],
    ['a time was changed', SLUG.categories, async () => to.db.connection.db!.collection(SLUG.categories).updateOne({}, { $set: { createdAt: new Date(0) } })],
  ])('does not count as the same when %s', async (_what, collection, harm) => {
    const before = await sumOf(to, collection)
    if (collection !== SLUG.events) expect(before).toEqual(await sumOf(portal.payload, collection))
    await harm()
    expect(await sumOf(to, collection)).not.toEqual(before)
  })
})
