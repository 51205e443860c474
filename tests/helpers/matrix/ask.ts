import { expect } from 'vitest'
import type { Fixture, World } from './world'
import { STATUS, type Verdict } from './table'

export type Told = { status: number; code?: string; text: string }

/** What a JSON door said, with the code of its refusal. */
export const toldBy = async (response: Response): Promise<Told> => {
  const text = await response.text()
  const body = text.startsWith('{') ? (JSON.parse(text) as { error?: { code?: string } }) : {}
  return { status: response.status, text, ...(body.error?.code ? { code: body.error.code } : {}) }
}

/** What an allowed act must have left: an event next to the last one, its audit record and its letter in the outbox. */
export const traceOf = async (world: World, { id, revision }: Fixture, action: string, actor: string | null): Promise<string[]> => {
  const row = await world.row(
    `SELECT m.step, m.revision, e.actor_id AS actor,
      (SELECT count(*) FROM audit_log a WHERE a.target = m.id AND a.action = 'matter.' || e.action AND json_extract(a.detail, '$.seq') = e.seq AND a.actor_id IS e.actor_id) AS audit,
      (SELECT count(*) FROM outbox o WHERE o.matter_id = m.id AND o.seq = e.seq) AS outbox
     FROM matters m JOIN matter_events e ON e.matter_id = m.id AND e.seq = ? WHERE m.id = ? AND e.action = ?`,
    [revision + 1, id, action],
  )
  const faults = [
    [Number(row.revision) > revision, `revision ${String(row.revision)}`], [(row.actor ?? null) === actor, `actor ${String(row.actor)}`],
    [row.audit === 1, `${String(row.audit)} audit records`], [row.outbox === 1, `${String(row.outbox)} letters`],
  ] as const
  return faults.flatMap(([right, fault]) => (right ? [] : [fault]))
}

type Question = {
  world: World
  /** Names the case where it fails. */
  name: string
  expected: Verdict
  ask: () => Promise<Told>
  /** Looks at what a success left; one line per fault. */
  left: () => Promise<string[]>
}

const refusalFaults = ({ expected }: Question, told: Told, moved: boolean): string[] => [
  ...(told.code === expected ? [] : [`said ${told.code ?? 'nothing'}, not ${expected}`]),
  ...(moved ? ['something was written'] : []),
]

const successFaults = async ({ world, left }: Question): Promise<string[]> => {
  const faults = await left()
  await world.restore()
  return faults
}

/**
 * Asks one door one thing. Faults as lines; none when the door answered as the table says: a refusal has its code and no commit was
 * made by anybody; a success left its trace, and is then taken back.
 */
export const faultsOf = async (question: Question): Promise<string[]> => {
  const { world, name, expected, ask } = question
  const before = await world.version()
  const told = await ask()
  const moved = (await world.version()) !== before
  const status = told.status === STATUS[expected] ? [] : [`status ${told.status} ${told.text.slice(0, 160)}, not ${STATUS[expected]}`]
  const more = expected === 'ok' && moved ? await successFaults(question) : refusalFaults(question, told, moved)
  if (expected !== 'ok' && moved) await world.restore()
  return [...status, ...(expected === 'ok' && !moved ? ['nothing was written'] : more)].map((fault) => `${name}: ${fault}`)
}

/** Runs every question of a door, and tells all faults at once. */
export const noFaults = async (questions: Question[]): Promise<void> => {
  const faults: string[] = []
  for (const question of questions) faults.push(...(await faultsOf(question)))
  expect(faults).toEqual([])
}
