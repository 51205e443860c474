import type { Payload, PayloadRequest } from 'payload'
import type { Viewer } from '@/domain/access/types'
import type { Acting } from '@/services/matters/actor'
import type { MatterRow } from '@/services/matters/row'
import type { OfficeModel } from '@/services/structure/load'
import type { DemoContent, DemoReport } from './content'
import type { Random } from './random'

/** The people of the demonstration: user name → id, and the one password they share. */
export type DemoPeople = { ids: ReadonlyMap<string, string>; password: string }

/** How a service is told who acts. */
export type ActingOf = (req: PayloadRequest, model: OfficeModel) => Promise<Acting> | Acting

export type DemoStaff = { id: string; username: string; viewer: Viewer; acting: ActingOf }

/** Everything the lives of the demonstration's matters have in common. */
export type World = {
  payload: Payload
  model: OfficeModel
  content: DemoContent
  random: Random
  /** By id. */
  staff: ReadonlyMap<string, DemoStaff>
  opened: (id: string) => void
  /** The transaction in which a stretch of the demonstration is written. */
  within: { req?: PayloadRequest }
  /** Matters as they were last seen; forgotten when something else may have written to them. */
  seen: Map<string, MatterRow>
}

/** What is out of the ordinary in a matter's life. */
export const TWISTS = [
  'none', 'rejected', 'handedOver', 'withdrawn', 'merged', 'unmerged', 'coordinated', 'escalated', 'objected', 'asked', 'third', 'extended', 'split', 'returned', 'stillNot', 'reopened', 'corrected', 'added',
] as const
export type Twist = (typeof TWISTS)[number]

/** Where a life stands still when the demonstration ends. */
export type Halt = 'intake' | 'routing' | 'coordination' | 'handling' | 'asked' | 'third' | 'supervision' | 'returned' | 'confirm'

export type Story = {
  /** The same number always means the same sending. */
  number: number
  at: number
  report: DemoReport
  /** Ids. */
  unit: string
  channel: DemoContent['channels'][number]
  twist: Twist
  halt?: Halt
  /** Handling lasts this part of its limit. */
  pace: number
  /** Told once the matter is open: a merged one has to know into which. */
  self: { id?: string }
  master?: { id?: string }
}

/** A life sleeps until the instant it yields (epoch ms). */
export type Life = AsyncGenerator<number, void, void>

/** A matter that lives: who tells it knows its id and the name of its place. */
export type Tale = { world: World; story: Story; id: string; place: string }

/** A part of a life; true when the life goes on. */
export type Stage = AsyncGenerator<number, boolean, void>
