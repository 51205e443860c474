import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRow, findRows, insertRow } from '@/db/rows'
import { cn } from '@/domain/clocks/calendar.fixture'
import { checkPackage } from '@/domain/package/check'
import type { StructurePackage } from '@/domain/package/schema'
import type { RoutineDef } from '@/domain/routines/types'
import { routines as sweep } from '@/jobs/routines.handler'
import { setClock } from '@/lib/clock'
import { routinesOf, type RunRow } from '@/services/routines/row'
import { applyPackage } from '@/services/structure/package/apply'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { emptied } from '../helpers/emptied'
import { addPerson } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

const FOLDER = path.resolve('presets')

const packageIn = (file: string): StructurePackage => {
  const checked = checkPackage(JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')))
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems.slice(0, 3)))
  return checked.package
}

const PACKAGES = readdirSync(FOLDER).filter((file) => file.endsWith('.json') && file !== 'demo.json').map((file) => [file, packageIn(file)] as const).filter(([, { routines = [] }]) => routines.length > 0)

let portal: TestPortal
beforeAll(async () => {
  portal = await openPortal()
})
afterAll(async () => {
  setClock()
  await portal.close()
})

const postsNamed = (defs: readonly RoutineDef[]): string[] => [...new Set(defs.flatMap(({ assign }) => (assign?.kind === 'unitPost' ? [assign.post] : [])))]

/** Whom a routine names, as the owner that a matter must have. */
const ownerOf = async ({ assign }: RoutineDef, duty: ReadonlyMap<string, string>): Promise<Record<string, unknown>> => {
  const { teams, units } = await needModel(portal.payload)
  if (assign?.kind === 'team') return { ownerTeam: teams.byCode.get(assign.team)!.id }
  return assign?.kind === 'unit' ? { ownerUnit: units.byCode.get(assign.unit)!.id } : { ownerPerson: duty.get(assign?.post ?? '')! }
}

const firstRun = async ({ code }: RoutineDef): Promise<RunRow> => {
  const row = await findRow(portal, SLUG.routines, { where: { code: { equals: code } } })
  return (await findRow(portal, SLUG.runs, { where: { routine: { equals: row?.id } }, sort: 'dueAt' })) as unknown as RunRow
}

/** Who has the matter of a run, and whether it is past intake and routing. */
const standing = async ({ matter: id }: RunRow) => {
  const matter = await findRow(portal, SLUG.matters, { where: { id: { equals: id } } })
  return { ownerTeam: matter?.ownerTeam, ownerUnit: matter?.ownerUnit, ownerPerson: matter?.ownerPerson, begun: !['intake', 'routing'].includes(matter?.phase ?? 'intake') }
}

describe.each(PACKAGES)('the routines of %s', (_file, pack) => {
  const duty = new Map<string, string>()
  let defs: RoutineDef[] = []

  beforeAll(async () => {
    setClock(() => cn('2026-03-02 07:00'))
    await emptied(portal.payload)
    await applyPackage({ payload: portal.payload, pack })
    defs = (pack.routines ?? []).filter(({ on }) => on)
    const root = pack.units[0]!.code
    for (const post of postsNamed(defs)) duty.set(post, (await addPerson(portal.payload, { username: `p-${post.toLowerCase()}`, roles: [{ role: 'handler' }], seat: root, duties: [{ post, units: [root] }] })).id)
    const model = await needModel(portal.payload)
    for (const { opens } of defs) {
      if (opens.kind !== 'round') continue
      const register = model.registers.byCode.get(opens.register)!
      await insertRow(portal, SLUG.entries, {
        office: model.office.id, register: register.id, version: String(register.current), code: `e-${opens.register}-${opens.form}`, title: '一处', answers: {}, unit: model.units.all[0]!.id, path: model.units.all[0]!.path, revision: 1, active: true, editedAt: new Date().toISOString(),
      } as never)
    }
    await sweep(portal.payload)
    // Each is looked at when it is due the first time, so that nothing is caught up.
    const due = [...new Set((await routinesOf(portal, model.office.id)).flatMap(({ nextAt }) => (nextAt ? [Date.parse(nextAt)] : [])))].sort((one, other) => one - other)
    for (const moment of due) {
      setClock(() => moment)
      await sweep(portal.payload)
    }
  }, 180_000)

  it('are all told when they are due, and open without a fault', async () => {
    const rows = await routinesOf(portal, (await needModel(portal.payload)).office.id)
    expect(rows.filter(({ active }) => active !== false).map(({ code }) => code).sort()).toEqual(defs.map(({ code }) => code).sort())
    const runs = (await findRows(portal, SLUG.runs, {})) as unknown as RunRow[]
    expect(runs.filter(({ state }) => state === 'failed').map(({ title, error }) => [title, error])).toEqual([])
    expect(rows.filter(({ id, active }) => active !== false && !runs.some(({ routine }) => routine === id)).map(({ code }) => code)).toEqual([])
  })

  it('reach whom they are for without a hand', async () => {
    for (const def of defs.filter(({ assign }) => assign)) {
      const run = await firstRun(def)
      if (def.opens.kind === 'round') expect(run, def.code).toMatchObject({ state: 'opened', total: 1 })
      else expect(await standing(run), def.code).toMatchObject({ begun: true, ...(await ownerOf(def, duty)) })
    }
  })
})
