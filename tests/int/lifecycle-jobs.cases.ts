import { existsSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { log } from '@/channels/log'
import { findRow, findRows, insertRow, updateRowIf } from '@/db/rows'
import { addWorkingMinutes } from '@/domain/clocks'
import { closeSilent } from '@/jobs/closeSilent.handler'
import { sendOutbox } from '@/jobs/sendOutbox.handler'
import { sweepDrafts } from '@/jobs/sweepDrafts.handler'
import { thresholds } from '@/jobs/thresholds.handler'
import { setClock } from '@/lib/clock'
import { addPhoto } from '@/services/photos/add'
import { needModel } from '@/services/structure/cache'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { bookFaults } from '../helpers/books'
import { driver, reporter } from '../helpers/matters'
import { makePeople, type People } from '../helpers/people'
import type { TestPortal } from '../helpers/portal'

const MINUTE = 60_000
const DAY = 86_400_000
const MONDAY = Date.parse('2026-03-02T01:30:00.000Z')

/** The portal's own sweeps, on whichever engine. */
export const jobCases = ({ open, atomic }: { open: () => Promise<TestPortal>; atomic: boolean }): void => {
  let portal: TestPortal
  let people: People
  const on = driver(() => portal.payload)
  let model: OfficeModel
  let at = MONDAY
  const by = (role: string) => people.as(role).acting

  beforeAll(async () => {
    portal = await open()
    people = await makePeople(portal.payload)
    model = await needModel(portal.payload)
  })
  afterAll(() => portal.close())
  beforeEach(() => {
    at = MONDAY
    setClock(() => at)
  })
  afterEach(() => setClock())
  const work = (minutes: number): void => {
    at = addWorkingMinutes(at, minutes, model.calendar)
  }

  describe('thresholds', () => {
    const crossed = async (id: string) =>
      (await on.events(id)).filter(({ action }) => action === 'threshold').map(({ data }) => [(data as { clock: string }).clock, (data as { percent: number[] }).percent])

    it('are recorded once each, when a clock has crossed them', async () => {
      const { matter } = await on.create()
      work(59)
      await thresholds(portal.payload)
      expect(await crossed(matter.id)).toEqual([])
      work(1)
      await thresholds(portal.payload)
      await thresholds(portal.payload)
      expect(await crossed(matter.id)).toEqual([['accept', [50]]])
      expect(await on.lastEvent(matter.id)).toMatchObject({ kind: 'system', actorKind: 'system', data: { acts: ['remindOwner'] } })
      work(60)
      await thresholds(portal.payload)
      expect(await crossed(matter.id)).toEqual([['accept', [50]], ['accept', [80, 100]]])
    })

    it('are silent once the clock has stopped, and while it is paused', async () => {
      const { matter } = await on.create({ category: 'public-safety-lift', text: '电梯门关不上' })
      work(10)
      await on.move(matter.id, 'accept', { by: by('intake') })
      await on.move(matter.id, 'askReporter', { by: by('handler'), input: { reply: '请说说是哪一部电梯' } })
      work(6 * 420)
      await thresholds(portal.payload)
      expect(await crossed(matter.id)).toEqual([])
      await on.move(matter.id, 'reporterAnswers', { by: reporter, input: { answer: '东侧那一部' } })
      work(3 * 420)
      await thresholds(portal.payload)
      expect(await crossed(matter.id)).toEqual([['resolve', [50, 80, 100]]])
    })

    it.runIf(atomic)('are left to the next sweep where a person writes in the same moment', async () => {
      const { matter } = await on.create()
      work(61)
      await Promise.all([thresholds(portal.payload), on.act(matter.id, 'note', { by: by('intake'), input: { text: '在看' } }).catch((error: unknown) => error)])
      await thresholds(portal.payload)
      expect(await crossed(matter.id)).toEqual([['accept', [50]]])
    })
  })

  describe('closing after silence', () => {
    it('leaves alone what nobody has verified, and what is closed', async () => {
      const { matter } = await on.create()
      at += 60 * DAY
      expect(await closeSilent(portal.payload)).toBe(0)
      expect(await on.fresh(matter.id)).toMatchObject({ step: 'intake', open: true })
    })

    it('runs twice at once without harm', async () => {
      const { matter } = await on.create({ category: 'public-safety-lift', text: '电梯异响' })
      await on.move(matter.id, 'accept', { by: by('intake') })
      await on.move(matter.id, 'done', { by: by('handler'), input: { outcome: 'solved', reply: '修好了' } })
      await on.move(matter.id, 'verify', { by: by('supervisor'), input: { reason: '看过' } })
      at += 10 * DAY
      const closed = await Promise.all([closeSilent(portal.payload), closeSilent(portal.payload)])
      expect(closed.toSorted()).toEqual([0, 1])
      expect((await on.events(matter.id)).filter(({ action }) => action === 'closeSilent')).toHaveLength(1)
    })
  })

  describe('the outbox', () => {
    const rowOf = (matter: string) => findRow({ payload: portal.payload }, SLUG.outbox, { where: { matter: { equals: matter } } })
    const drain = async (): Promise<void> => {
      for (let sent = 1; sent > 0; ) sent = await sendOutbox(portal.payload)
    }
    beforeEach(drain)

    it('sends each message once, also when two sweeps run at once', async () => {
      const made = [await on.create(), await on.create(), await on.create()]
      const send = vi.spyOn(log, 'send')
      await Promise.all([sendOutbox(portal.payload), sendOutbox(portal.payload)])
      await sendOutbox(portal.payload)
      const rows = await Promise.all(made.map(({ matter }) => rowOf(matter.id)))
      expect(send.mock.calls.map(([{ id }]) => id).toSorted()).toEqual(rows.map((row) => row?.id).toSorted())
      expect(rows.map((row) => row?.sentAt)).toEqual(rows.map(() => new Date(at).toISOString()))
    })

    it('tells a channel ids and kinds, and no words', async () => {
      const send = vi.spyOn(log, 'send')
      const { matter } = await on.create({ text: '这些字不离开本站', contact: { phone: '13800138001' } })
      await sendOutbox(portal.payload)
      expect(send).toHaveBeenCalledOnce()
      expect(send.mock.calls[0]?.[0]).toMatchObject({ kind: 'matter.create', payload: { action: 'create', toReporter: true } })
      expect(JSON.stringify(send.mock.calls)).not.toMatch(/这些字|1380013/)
      expect(matter.id).toBeTruthy()
    })

    it('tries again later when a channel fails, later each time', async () => {
      const send = vi.spyOn(log, 'send').mockImplementation(() => {
        throw new Error('no line')
      })
      const { matter } = await on.create()
      await sendOutbox(portal.payload)
      const pause = async () => Date.parse((await rowOf(matter.id))?.dueAt ?? '') - at
      expect(await rowOf(matter.id)).toMatchObject({ tries: 1, error: 'no line', firstTriedAt: new Date(at).toISOString() })
      const first = await pause()
      expect(first >= 2 * MINUTE && first <= 2.5 * MINUTE).toBe(true)
      at += first - 1
      expect(await sendOutbox(portal.payload)).toBe(0)
      at += 1
      await sendOutbox(portal.payload)
      expect(await rowOf(matter.id)).toMatchObject({ tries: 2 })
      const second = await pause()
      expect(second >= 4 * MINUTE && second <= 5 * MINUTE).toBe(true)
      send.mockImplementation(() => undefined)
      at += second
      await sendOutbox(portal.payload)
      expect((await rowOf(matter.id))?.sentAt).toBe(new Date(at).toISOString())
    })

    it('takes over what a crashed process had claimed, after a minute', async () => {
      const { matter } = await on.create()
      const { id } = (await rowOf(matter.id)) ?? { id: '' }
      await updateRowIf({ payload: portal.payload }, SLUG.outbox, { id: { equals: id } }, { claim: 'somebody who is gone', claimedAt: new Date(at).toISOString() })
      at += MINUTE
      expect(await sendOutbox(portal.payload)).toBe(0)
      at += 1
      await sendOutbox(portal.payload)
      expect((await rowOf(matter.id))?.sentAt).toBe(new Date(at).toISOString())
    })

    it('does not call sent what somebody else has taken over', async () => {
      const { matter } = await on.create()
      const { id } = (await rowOf(matter.id)) ?? { id: '' }
      vi.spyOn(log, 'send').mockImplementation(async () => {
        await updateRowIf({ payload: portal.payload }, SLUG.outbox, { id: { equals: id } }, { claim: 'another' })
      })
      await sendOutbox(portal.payload)
      expect(await rowOf(matter.id)).toMatchObject({ claim: 'another' })
      expect((await rowOf(matter.id))?.sentAt ?? null).toBeNull()
    })
  })

  describe('drafts', () => {
    const draft = (token: string, expiresAt: number) =>
      insertRow({ payload: portal.payload }, SLUG.drafts, { office: model.office.id, token, cipher: 'sealed', expiresAt: new Date(expiresAt).toISOString() })
    const photo = async (owner: string) => {
      const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#6b7f6b' } }).png().toBuffer()
      return addPhoto({ payload: portal.payload, office: model.office.id, bytes, stage: 'report', owner: { draft: owner } })
    }
    const fileOf = (id: string) => path.join(portal.dir, 'attachments', id.slice(-2), `${id}.jpg`)
    const rowOf = (id: string) => findRow({ payload: portal.payload }, SLUG.attachments, { where: { id: { equals: id } } })

    it('go when their time is over, and photos nobody waits for a day after', async () => {
      await draft('over', at + 1000)
      await draft('alive', at + 40 * 60 * MINUTE)
      const [orphan, waiting, used] = [await photo('over'), await photo('alive'), await photo('sent')]
      const { matter } = await on.create({ photos: [used.id], photoOwner: { draft: 'sent' } })
      at += 2000
      expect(await sweepDrafts(portal.payload)).toBe(0)
      expect((await findRows({ payload: portal.payload }, SLUG.drafts)).map(({ token }) => token)).toEqual(['alive'])
      at += DAY
      expect(await sweepDrafts(portal.payload)).toBe(1)
      expect([await rowOf(orphan.id), existsSync(fileOf(orphan.id))]).toEqual([undefined, false])
      expect(existsSync(fileOf(waiting.id)) && existsSync(fileOf(used.id))).toBe(true)
      expect(await rowOf(used.id)).toMatchObject({ matter: matter.id, draft: null })
      at += DAY
      expect(await sweepDrafts(portal.payload)).toBe(1)
      expect([await rowOf(waiting.id), existsSync(fileOf(waiting.id)), existsSync(fileOf(used.id))]).toEqual([undefined, false, true])
    })
  })

  it('leave the books in order', async () => {
    expect(await bookFaults(portal.payload, MONDAY + 400 * DAY)).toEqual([])
  })
}
