import type { Visitor } from '../../tests/e2e/lib/visitor'
import { asking, Over, pause, type Run } from './patience'
import { oneOf, type Random } from './random'

/** A write that was acknowledged to its author: the event of that revision is theirs. */
export type Written = { matter: string; revision: number; action: string; by: string }

export type Clerking = { run: Run; desk: Visitor; random: Random; username: string; role: 'intake' | 'dispatcher'; team: string; written: Written[]; /** Writes whose answer was lost, and which somebody had done when they were tried again. */ unsure: Written[] }

type Matter = { id: string; revision: number; phase: string; title: string }
type Doing = { door: 'transition' | 'act'; action: string; body: Record<string, unknown> }

const matters = async ({ run, desk, role }: Clerking): Promise<Matter[]> => {
  const phase = role === 'intake' ? 'intake' : 'routing'
  const { status, text } = await asking(run, { what: 'GET /api/matters', ask: () => desk.get(`/api/matters?limit=20&depth=0&sort=receivedAt&where[phase][equals]=${phase}`) })
  if (status === 200) return (JSON.parse(text) as { docs: Matter[] }).docs
  if (status < 500) run.errors.push(`a list of matters answered ${status}: ${text.slice(0, 200)}`)
  return []
}

// A note now and then: writes that move no step have the same books.
const doingOf = ({ role, team, random }: Clerking): Doing => {
  if (random() < 0.3) return { door: 'act', action: 'note', body: { act: 'note', input: { text: '已看过，先打电话核实。' } } }
  if (role === 'intake') return { door: 'transition', action: 'accept', body: { action: 'accept', input: {} } }
  return { door: 'transition', action: 'assign', body: { action: 'assign', input: { lead: { team } } } }
}

const write = async (clerking: Clerking, matter: Matter): Promise<void> => {
  const { run, desk, username, written, unsure } = clerking
  const { door, action, body } = doingOf(clerking)
  let lost = false
  const send = () => desk.postJson(`/api/matters/${matter.id}/${door}`, { ...body, expectedRevision: matter.revision })
  const { status, text } = await asking(run, { what: `POST ${door}`, ask: send, lost: () => { lost = true } })
  const entry = { matter: matter.id, revision: matter.revision + 1, action, by: username }
  if (status === 200) written.push(entry)
  else if (status === 409 && lost) unsure.push(entry)
  else if (status !== 409 && status < 500) run.errors.push(`${action} answered ${status}: ${text.slice(0, 200)}`)
}

/** Somebody at the desk who takes one matter after another until the run ends. */
export const clerk = async (clerking: Clerking): Promise<void> => {
  const { run, random } = clerking
  try {
    while (!run.ending()) {
      const matter = oneOf(random, await matters(clerking))
      if (matter) await write(clerking, matter)
      else await pause(150)
    }
  } catch (error) {
    if (!(error instanceof Over)) throw error
  }
}
