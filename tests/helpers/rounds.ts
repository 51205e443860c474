import { createLocalReq } from 'payload'
import sharp from 'sharp'
import { expect } from 'vitest'
import { findRows, insertRow, updateRowIf } from '@/db/rows'
import { cn } from '@/domain/clocks/calendar.fixture'
import type { RoutineDef } from '@/domain/routines/types'
import { routines as sweep } from '@/jobs/routines.handler'
import { deskOf, type Desk } from '@/services/desk/desk'
import { needModel } from '@/services/structure/cache'
import { SLUG } from '@/slugs'
import { at, type RoutinePortal } from './routines'

/** A daily round over two of the preset's spots, for a team. */
export const spotRound: RoutineDef = {
  code: 'spots', name: { zh: '重点部位检查' }, on: true, cadence: { kind: 'daily', workdaysOnly: false }, at: '09:00',
  opens: { kind: 'round', register: 'spots', form: 'round-place', title: { zh: '{date} 检查' }, sample: 2 }, assign: { kind: 'team', team: 'professional' }, limit: { amount: 1, unit: 'workingDays' },
}

/** Sound answers of its checklist. */
export const goodAnswers = { manned: 'yes', facilities: 'yes' }

/** Entries of a register, each in a unit or nowhere. */
export const addEntries = async ({ payload, req }: RoutinePortal, entries: readonly { title: string; unit?: string }[], code = 'spots'): Promise<void> => {
  const model = await needModel(payload)
  const register = model.registers.byCode.get(code)!
  for (const { title, unit: place } of entries) {
    const unit = place ? model.units.byCode.get(place)! : undefined
    await insertRow(req(), SLUG.entries, {
      office: model.office.id, register: register.id, version: String(register.current), code: title, title, answers: { name: title }, revision: 1, active: true,
      editedAt: new Date(cn('2026-01-01 09:00')).toISOString(), ...(unit ? { unit: unit.id, path: unit.path } : {}),
    } as never)
  }
}

/** Opens a round on a day, as the portal's own job does, once. */
export const openRoundOn = async (portal: RoutinePortal, day: string, def: RoutineDef = spotRound) => {
  at(`${day} 09:00`)
  const routine = await portal.put({ ...def, code: `${def.code}-${day}`, assign: def.assign }, `${day} 09:00`)
  expect(await sweep(portal.payload)).toBe(1)
  await updateRowIf(portal.req(), SLUG.routines, { id: { equals: routine } }, { active: false })
  return (await findRows(portal.req(), SLUG.runs, { sort: '-dueAt' }))[0]!
}

export const checksOfRun = ({ req }: RoutinePortal, run: string) => findRows(req(), SLUG.checks, { where: { run: { equals: run } }, sort: 'title' })

/** The desk of somebody, read anew. */
export const deskOfPerson = async ({ payload }: RoutinePortal, id: string): Promise<Desk> => {
  const user = await payload.findByID({ collection: SLUG.users, id, overrideAccess: true, depth: 0 })
  const req = await createLocalReq({ user: { ...user, collection: SLUG.users } }, payload)
  return deskOf({ req, person: { id, office: String(user.office), name: user.name, username: user.username }, lang: 'zh' })
}

/** A photo as a phone sends it. */
export const photoFile = async (name = 'a.jpg', colour = '#884422'): Promise<File> => {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: colour } }).jpeg().toBuffer()
  return new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' })
}
