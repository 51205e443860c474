import { describe, expect, it } from 'vitest'
import { findRow, findRows } from '@/db/rows'
import { runTasks } from '@/jobs/tasks.handler'
import { forgetOfficeModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import type { Scene } from './scene'

/** Units that are moved and closed in the admin's plain form (domain.md §6). */
export const territoryCases = ({ on, by, model, payload, rows, unit, put, change, remove, settle }: Scene): void => {
  describe('the territory', () => {
    const refused = async (work: Promise<unknown>): Promise<string> => {
      const error: unknown = await work.then(() => undefined, (reason: unknown) => reason)
      return (error as { data?: { errors?: { path: string }[] } } | undefined)?.data?.errors?.[0]?.path ?? String(error)
    }
    const paths = async (ids: string[]) => new Map((await findRows(rows(), SLUG.units, { where: { id: { in: ids } } })).map((row) => [row.id, row.path]))

    it('takes a moved unit’s subtree and open matters along, and leaves history where it was', async () => {
      const [group, from, to] = [unit('jw-01-01'), unit('jw-01'), unit('jw-02')]
      const below = model().units.all.filter(({ path }) => path.startsWith(group.path)).map(({ id }) => id)
      const inside = model().units.all.find(({ parent }) => parent === group.id)!
      const { matter } = await on.create({ unit: inside.code })
      const { matter: closed } = await on.create({ unit: inside.code })
      await on.move(closed.id, 'reject', { by: by('intake'), input: { reason: '不归街道', responsible: '物业' } })
      const events = await on.events(matter.id)

      await change(SLUG.units, group.id, { parent: to.id })
      const moved = await paths(below)
      expect([...moved.values()].every((path) => path?.startsWith(`${to.path}${group.id}/`))).toBe(true)
      expect((await findRows(rows(), SLUG.tasks, { where: { state: { equals: 'waiting' } } }))[0]).toMatchObject({ kind: 'repath', subject: group.id, total: expect.any(Number) })
      await settle()
      expect((await on.fresh(matter.id)).path).toBe(moved.get(inside.id))
      expect((await on.fresh(closed.id)).path).toBe(inside.path)
      expect(await on.events(matter.id)).toEqual(events)
      expect(await findRow(rows(), SLUG.tasks, { where: { kind: { equals: 'repath' } }, sort: '-id' })).toMatchObject({ state: 'done' })

      const reopened = await on.move(closed.id, 'reopen', { by: by('supervisor'), input: { reason: '又发生了' } })
      expect(reopened.path).toBe(moved.get(inside.id))
      await change(SLUG.units, group.id, { parent: from.id })
      await settle()
      expect((await on.fresh(matter.id)).path).toBe(inside.path)
      expect(await paths(below)).toEqual(new Map(below.map((id) => [id, model().units.byId.get(id)?.path])))
    })

    it('follows several moves at once to where the unit is in the end', async () => {
      const [group, first] = [unit('jw-01-01'), unit('jw-01')]
      const { matter } = await on.create({ unit: group.code })
      await change(SLUG.units, group.id, { parent: unit('jw-02').id })
      await change(SLUG.units, group.id, { parent: unit('jw-03').id })
      await settle()
      expect((await on.fresh(matter.id)).path).toBe(`${unit('jw-03').path}${group.id}/`)
      await change(SLUG.units, group.id, { parent: first.id })
      await settle()
      expect((await on.fresh(matter.id)).path).toBe(group.path)
    })

    it('follows many units in one turn, and none waits while another one looks once more', async () => {
      const [one, other, to] = [unit('jw-01-01'), unit('jw-02-01'), unit('jw-03')]
      const [here, there] = [(await on.create({ unit: one.code })).matter.id, (await on.create({ unit: other.code })).matter.id]
      for (const { id } of [one, other]) await change(SLUG.units, id, { parent: to.id })
      expect(await runTasks(payload())).toBe(2)
      expect([(await on.fresh(here)).path, (await on.fresh(there)).path]).toEqual([`${to.path}${one.id}/`, `${to.path}${other.id}/`])
      expect((await findRows(rows(), SLUG.tasks, { where: { and: [{ kind: { equals: 'repath' } }, { state: { not_equals: 'done' } }] } })).map(({ state }) => state)).toEqual(['running', 'running'])
      expect(await runTasks(payload())).toBe(0)
      for (const { id, parent } of [one, other]) await change(SLUG.units, id, { parent })
      await settle()
      expect((await on.fresh(there)).path).toBe(other.path)
    })

    it('refuses what would make a circle or the wrong order of levels', async () => {
      const [top, station, group] = [unit('jw'), unit('jw-01'), unit('jw-01-01')]
      expect(await refused(change(SLUG.units, station.id, { parent: station.id }))).toBe('parent')
      expect(await refused(change(SLUG.units, top.id, { parent: group.id }))).toBe('parent')
      expect(await refused(change(SLUG.units, station.id, { parent: group.id }))).toBe('parent')
      expect(await refused(change(SLUG.units, group.id, { parent: null }))).toBe('level')
      expect(await refused(change(SLUG.units, group.id, { level: station.level }))).toBe('level')
      expect(await refused(change(SLUG.units, station.id, { level: model().levels.byCode.get('door')?.id }))).toBe('level')
      expect(await refused(change(SLUG.units, group.id, { parent: 'nowhere' }))).toBe('parent')
      expect(await paths([top.id, station.id, group.id])).toEqual(new Map([top, station, group].map(({ id, path }) => [id, path])))
    })

    it('closes no unit with open units or matters below it, and opens none below a closed one', async () => {
      const level = model().levels.byCode.get('group')?.id
      const made = await put(SLUG.units, { code: 'jw-01-99', name: '新分组', level, parent: unit('jw-01').id, active: true })
      const door = await put(SLUG.units, { code: 'jw-01-99-1', name: '一门', level: model().levels.byCode.get('door')?.id, parent: made.id, active: true })
      forgetOfficeModel()
      const { matter } = await on.create({ unit: 'jw-01-99-1' })
      expect(await refused(change(SLUG.units, made.id, { active: false }))).toBe('active')
      expect(await refused(change(SLUG.units, door.id, { active: false }))).toBe('active')
      await on.move(matter.id, 'reject', { by: by('intake'), input: { reason: '不归街道', responsible: '物业' } })
      await change(SLUG.units, door.id, { active: false })
      await change(SLUG.units, made.id, { active: false })
      expect(await refused(change(SLUG.units, door.id, { active: true }))).toBe('active')
      expect((await remove(SLUG.units, door.id).catch((error: unknown) => error)) instanceof Error).toBe(true)
    })
  })
}
