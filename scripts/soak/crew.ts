import sharp from 'sharp'
import { signIn, staffOffice } from '../../tests/e2e/lib/staff'
import type { Visitor } from '../../tests/e2e/lib/visitor'
import type { Portal } from '../../tests/helpers/server'
import { clerk, type Written } from './clerks'
import type { Run } from './patience'
import { randomOf } from './random'
import { reporter, type Sent } from './reporters'

const STAFF = (['intake', 'dispatcher'] as const).flatMap((role) => ['a', 'b', 'c', 'd'].map((name) => ({ username: `${role}-${name}`, role })))

/** For this only: twenty clients of one address are more than any door lets through. */
export const NO_LIMITS = 'report=off,followUp=off,track=off,signIn=off,lookup=off'

/** What clients were told, as they noted it. */
export type Notes = { sent: Sent[]; written: Written[]; /** Writes whose answer was lost, and which were done when they were tried again. */ unsure: Written[]; /** Every report that was begun. */ open: string[] }

export const newNotes = (): Notes => ({ sent: [], written: [], unsure: [], open: [] })

/** Small, so that the time of a client goes into reports and not into pictures. */
const photo = async (): Promise<Blob> =>
  new Blob([new Uint8Array(await sharp({ create: { width: 320, height: 240, channels: 3, background: '#667' } }).jpeg().toBuffer())], { type: 'image/jpeg' })

const teamOf = async (owner: Visitor): Promise<string> => {
  const { docs } = (await (await owner.get('/api/teams?limit=1&depth=0&where[code][equals]=professional')).json()) as { docs: { id: string }[] }
  return docs[0]?.id ?? ''
}

export type Crew = { desks: Visitor[]; /** Lets them work until the run ends; resolves when all have left. */ work: () => Promise<unknown> }

/** Makes an office at work on a portal that was just started, with so many residents and eight members of staff, and puts them to it. */
export const crewOf = async (portal: Portal, { run, seed, notes, reporters }: { run: Run; seed: number; notes: Notes; reporters: number }): Promise<Crew> => {
  const { owner } = await staffOffice(portal, STAFF)
  const team = await teamOf(owner)
  const photos = [await photo()]
  const staff = await Promise.all(STAFF.map(async (one) => ({ ...one, desk: await signIn(portal, one.username) })))
  const { sent, written, unsure, open: begun } = notes
  return {
    desks: staff.map(({ desk }) => desk),
    work: () => Promise.all([
      ...Array.from({ length: reporters }, (_, at) => reporter({ run, baseURL: portal.url, random: randomOf(seed + at + 1), name: `反映人${at + 1}`, photos, sent, begun })),
      ...staff.map((one, at) => clerk({ run, random: randomOf(seed + 100 + at), team, written, unsure, ...one })),
    ]),
  }
}
