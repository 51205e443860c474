import { DomainError } from '@/domain/errors'
import { availableTransitions } from '@/domain/workflow/available'
import type { Party, TransitionDef } from '@/domain/workflow/types'
import { actOnMatter } from '@/services/matters/act'
import { staffOf } from '@/services/matters/actor'
import { conflictDetail } from '@/services/matters/conflict'
import { activeAssignments, visibleMatter } from '@/services/matters/find'
import type { MatterRow } from '@/services/matters/row'
import { engineContext } from '@/services/matters/engine'
import { transitionMatter } from '@/services/matters/transition'
import type { Contact } from '@/services/matters/contact'
import { CALLBACK_YES } from '@/services/matters/createInput'
import type { Desk } from './desk'
import { assigning, takingBack } from './matter/rights'
import { tagId } from './names'
import type { MatterAct } from './view'

type Input = Record<string, unknown>
export type ActInput = { matter: string; act: string; input: Input; expectedRevision: number }
type Done = { revision: number; entries?: { label: string; value: string }[] }

const refuse = (field: string, code: string) => new DomainError('invalid', {}, [{ field, code }])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const tagInput = ({ model }: Desk, { tag }: Input): Input => {
  const id = tagId(model, text(tag))
  if (!id) throw refuse('tag', 'notOffered')
  return { tags: [id] }
}

const partyOf = (who: unknown): Party => (who && typeof who === 'object' && !Array.isArray(who) ? (who as Party) : {})

const endedParty = async ({ req }: Desk, matter: string, { party, reason }: Input): Promise<Input> => {
  const row = (await activeAssignments(req, matter)).find(({ id, role }) => id === party && role === 'party')
  // A share that is none stays empty: the act refuses it, after it has asked who may see and do this.
  return { party: { ...(row?.unit ? { unit: row.unit } : {}), ...(row?.team ? { team: row.team } : {}), ...(row?.person ? { person: row.person } : {}) }, reason }
}

const VISIBILITY: Record<string, string> = { internal: 'staff', reporter: 'reporter', public: 'public' }

/** What the page sends of each act, as the service takes it. Acts that are not here are sent on as they are. */
const TRANSLATE: Partial<Record<MatterAct, (desk: Desk, input: Input, matter: string) => Input | Promise<Input>>> = {
  tag: tagInput,
  untag: tagInput,
  restrict: (_desk, { restricted, reason }) => ({ on: restricted === true, reason }),
  assignParty: (_desk, { who, note, dueAt }) => ({ party: { ...partyOf(who), ...(note ? { note } : {}), ...(dueAt ? { dueAt } : {}) } }),
  endParty: (desk, input, matter) => endedParty(desk, matter, input),
  split: (_desk, { title, text: body }) => ({ text: [text(title), text(body)].filter(Boolean).join('\n') }),
  attach: (_desk, { photos, visibility, text: body }) => ({ photos, text: body, visibility: VISIBILITY[text(visibility)] }),
  attachmentVisibility: (_desk, { attachment, visibility }) => ({ attachment, visibility: VISIBILITY[text(visibility)] }),
}

const plain = async (desk: Desk, { matter, act, input, expectedRevision }: ActInput) => {
  const translate = Object.hasOwn(TRANSLATE, act) ? TRANSLATE[act as MatterAct] : undefined
  return actOnMatter({ payload: desk.payload, matter, act, input: translate ? await translate(desk, input, matter) : input, expectedRevision, acting: staffOf(desk.req) })
}

const reveal = async (desk: Desk, asked: ActInput): Promise<Done> => {
  const { matter, result } = await plain(desk, asked)
  const contact = (result?.contact ?? {}) as Contact
  const entries = (['name', 'phone', 'email', 'callback'] as const).flatMap((kind) => (contact[kind] ? [{ label: desk.t(`contact.${kind}`), value: contact[kind] === CALLBACK_YES ? desk.t('contact.callbackYes') : contact[kind] }] : []))
  return { revision: matter.revision, entries }
}

/** The transitions that this person may take with a matter now. */
export const freeTransitions = async (desk: Desk, matter: MatterRow): Promise<TransitionDef[]> => {
  const { context } = await engineContext(desk.req, desk.model, matter, desk.acting)
  return availableTransitions(context).flatMap(({ transition, blockedBy }) => (blockedBy ? [] : [transition]))
}

/** Values of a transition's inputs by the role they play; roles it has no input for are left out. */
export const inputsByRole = (transition: TransitionDef, values: Partial<Record<string, unknown>>): Input =>
  Object.fromEntries(transition.inputs.flatMap(({ key, role }) => (values[role] === undefined ? [] : [[key, values[role]]])))

const need = (transition: TransitionDef | undefined, matter: MatterRow, act: string): TransitionDef => {
  if (!transition) throw new DomainError('illegalStep', { step: matter.step, act })
  return transition
}

/** Hands a matter to another lead, by the transition that does so from its present step. Errors: as `transitionMatter`. */
export const assignLead = async (desk: Desk, matter: MatterRow, input: { lead: Party; reason?: unknown; expectedRevision: number }): Promise<MatterRow> => {
  const transition = need(assigning(await freeTransitions(desk, matter)), matter, 'assign')
  return transitionMatter({
    payload: desk.payload, matter: matter.id, action: transition.code, expectedRevision: input.expectedRevision, acting: staffOf(desk.req),
    input: inputsByRole(transition, { lead: input.lead, reason: input.reason }),
  })
}

/** Takes a matter from its lead, by the transition that does so from its present step. Errors: as `transitionMatter`. */
export const takeBackLead = async (desk: Desk, matter: MatterRow, input: { reason: string; expectedRevision: number }): Promise<MatterRow> => {
  const transition = need(takingBack(await freeTransitions(desk, matter)), matter, 'takeBack')
  return transitionMatter({
    payload: desk.payload, matter: matter.id, action: transition.code, expectedRevision: input.expectedRevision, acting: staffOf(desk.req),
    input: inputsByRole(transition, { reason: input.reason }),
  })
}

const assertRevision = async (desk: Desk, matter: MatterRow, expectedRevision: number): Promise<void> => {
  if (matter.revision !== expectedRevision) throw new DomainError('conflict', await conflictDetail({ req: desk.req, matter, acting: desk.acting, expectedRevision }))
}

/** Takes a transition with the child of a merge: it is the child that moves. `apart`: only from the master it was merged into. */
const moveChild = ({ pick, apart }: { pick: (transition: TransitionDef) => boolean; apart?: true }) => async (desk: Desk, { matter, act, input, expectedRevision }: ActInput): Promise<Done> => {
  const master = await visibleMatter(desk.req, matter, desk.acting)
  await assertRevision(desk, master, expectedRevision)
  const child = await visibleMatter(desk.req, text(input.child), desk.acting)
  if (apart && child.mergedInto !== master.id) throw new DomainError('illegalStep', { step: child.step, act })
  const transition = need((await freeTransitions(desk, child)).find(pick), child, act)
  await transitionMatter({
    payload: desk.payload, matter: child.id, action: transition.code, expectedRevision: child.revision, acting: staffOf(desk.req),
    input: inputsByRole(transition, { target: master.id, reason: input.reason }),
  })
  return { revision: (await visibleMatter(desk.req, matter, desk.acting)).revision }
}

const assign = async (desk: Desk, { matter: id, input, expectedRevision }: ActInput): Promise<Done> => {
  const matter = await visibleMatter(desk.req, id, desk.acting)
  const saved = await assignLead(desk, matter, { lead: partyOf(input.lead), reason: input.reason, expectedRevision })
  return { revision: saved.revision }
}

const OWN: Partial<Record<MatterAct, (desk: Desk, asked: ActInput) => Promise<Done>>> = {
  reveal,
  assign,
  merge: moveChild({ pick: ({ effects }) => effects.includes('mergeInto') }),
  undoMerge: moveChild({ pick: ({ guards }) => guards.includes('merged'), apart: true }),
}

/**
 * Everything that a matter's page does besides taking its transitions, as the page says it. Errors: those of the services
 * behind it: `notFound`, `notAllowed`, `conflict`, `illegalStep`, `guardFailed`, `invalid`.
 */
export const deskAct = async (desk: Desk, asked: ActInput): Promise<Done> => {
  const own = Object.hasOwn(OWN, asked.act) ? OWN[asked.act as MatterAct] : undefined
  if (own) return own(desk, asked)
  return { revision: (await plain(desk, asked)).matter.revision }
}
