import type { Phase } from '../workflow/types'

/** What other systems can be told of; the words of each stand in the dictionaries under `webhooks.event.<event>`. */
export const OUT_EVENTS = ['matter.opened', 'matter.moved', 'matter.closed', 'matter.reopened', 'matter.late', 'matter.changed', 'register.review', 'booking.reminder', 'booking.closed'] as const
export type OutEvent = (typeof OUT_EVENTS)[number]

export const isOutEvent = (value: unknown): value is OutEvent => OUT_EVENTS.some((event) => event === value)

/** Something that happened to a matter. `before` is absent when it was opened by it; `before.step` is where it stood. */
export type Happened = { action: string; before?: { step: string; phase: Phase }; after: { step: string; phase: Phase } }

/** Which of the closed list this is; a step into the archive is a closing, one out of it a reopening. */
export const outEventOf = ({ action, before, after }: Happened): OutEvent => {
  if (!before) return 'matter.opened'
  if (after.phase === 'archive' && before.phase !== 'archive') return 'matter.closed'
  if (after.phase !== 'archive' && before.phase === 'archive') return 'matter.reopened'
  if (after.step !== before.step) return 'matter.moved'
  return action === 'threshold' ? 'matter.late' : 'matter.changed'
}

/** A message as another system gets it: names of ours and codes of the structure, never words of a matter or of people. */
export type OutBody = {
  id: string
  event: OutEvent | 'test'
  at: string
  matter?: { id: string; number: string; seq: number; type: string; step: string; phase: Phase }
  entry?: { id: string; register: string }
  booking?: { booking: string; counter: string | undefined; date: string; minute: number; lang: string | null | undefined }
}
