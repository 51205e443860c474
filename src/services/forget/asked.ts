import { findRow } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import type { Desk } from '@/services/desk/desk'
import { actOnMatter } from '@/services/matters/act'
import { staffOf } from '@/services/matters/actor'
import { assertFresh } from '@/services/session/fresh'
import { SLUG } from '@/slugs'
import { liftHold, setHold } from './holdActs'
import type { Held } from './holds'
import { startRun } from './run'

/** Opens a run over the list that was seen. Errors: `notAllowed`; `proofNeeded`; `conflict` when the list is another by now; `invalid` when nobody said that they are sure. */
export const askRun = async (desk: Desk, { seen, sure }: { seen: string; sure: boolean }): Promise<void> => {
  if (!desk.holds('retention.run')) throw new DomainError('notAllowed')
  if (!sure) throw new DomainError('invalid', {}, [{ field: 'sure', code: 'required' }])
  await assertFresh(desk.req)
  const address = desk.acting.address
  await startRun({ payload: desk.payload, model: desk.model, seen, by: { id: desk.me.id, name: desk.me.name, ...(address ? { address } : {}) } })
}

/** What a number of a matter, or a register and a code with a stroke between them, names. Errors: `notFound`. */
const heldOfCode = async (desk: Desk, code: string): Promise<Held> => {
  const matter = await findRow({ payload: desk.payload }, SLUG.matters, { where: { and: [{ office: { equals: desk.viewer.office } }, { number: { equals: code.trim().toUpperCase() } }] } })
  if (matter) return { kind: 'matter', id: matter.id }
  const [register = '', ...rest] = code.trim().split('/')
  const of = desk.model.registers.byCode.get(register)
  const entry = of ? await findRow({ payload: desk.payload }, SLUG.entries, { where: { and: [{ register: { equals: of.id } }, { code: { equals: rest.join('/') } }] } }) : undefined
  if (!entry) throw new DomainError('notFound')
  return { kind: 'entry', id: entry.id }
}

type Typed = { kind: string; id: string; code: string; reason: string; reviewBy: string }

const heldOf = (desk: Desk, { kind, id, code }: Typed): Promise<Held> | Held => (id ? { kind: kind === 'entry' ? 'entry' : 'matter', id } : heldOfCode(desk, code))

export const askHold = async (desk: Desk, typed: Typed): Promise<void> => setHold(desk, await heldOf(desk, typed), typed)
export const askLift = async (desk: Desk, typed: Typed): Promise<void> => liftHold(desk, await heldOf(desk, typed), typed)

/** Answers a wish to erase, as an act on its matter. Errors as of `actOnMatter`; `proofNeeded` before something is erased. */
export const askAnswer = async (desk: Desk, { id, agree, text, revision }: { id: string; agree: string; text: string; revision: number }): Promise<void> => {
  if (agree === 'yes') await assertFresh(desk.req)
  const input = { text, ...(agree === 'yes' || agree === 'no' ? { agree: agree === 'yes' } : {}) }
  await actOnMatter({ payload: desk.payload, matter: id, act: 'answerErasure', input, expectedRevision: revision, acting: staffOf(desk.req) })
}
