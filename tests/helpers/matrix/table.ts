import { readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * What each door must answer, reckoned from the rows of the preset alone: nothing of the engine is asked, so that the two can disagree.
 */

export type Input = { key: string; kind: string; role: string; required: boolean }
export type Transition = { code: string; from: string[]; to: string; actors: string[]; permission: string; guards: string[]; effects: string[]; inputs: Input[]; outcome?: string }
export type Role = { code: string; permissions: string[] }
type Step = { code: string; kind: string; phase: string }
type Preset = { workflows: { code: string; steps: Step[]; transitions: Transition[] }[]; roles: Role[]; matterTypes: { listed: boolean; workflow: string }[] }

const preset = JSON.parse(readFileSync(path.resolve('presets/jianwai.json'), 'utf8')) as Preset

/** The workflow that plain reports take: the one with every phase, every guard and every kind of actor. */
const plain = preset.matterTypes.find(({ listed }) => listed)?.workflow
const workflow = preset.workflows.find(({ code }) => code === plain)
if (!workflow) throw new Error('the preset has no workflow for plain reports')

export const STEPS: Step[] = workflow.steps
export const TRANSITIONS: Transition[] = workflow.transitions
export const ROLES: Role[] = preset.roles

/** Nobody, and one person per role. */
export const ACTORS: (Role | undefined)[] = [undefined, ...ROLES]

export const nameOf = (role: Role | undefined): string => role?.code ?? 'nobody'

export const transition = (code: string): Transition => {
  const found = TRANSITIONS.find((each) => each.code === code)
  if (!found) throw new Error(`the preset has no transition ${code}`)
  return found
}

/** A matter at each step of the workflow; one that was merged into another, and one whose reporter left no way to be asked. Of the one in hand its reporter asked that it be erased. */
export type Standing = { name: string; step: string; merged?: true; silent?: true; asked?: true }
export const STANDINGS: Standing[] = [
  ...STEPS.map(({ code }): Standing => ({ name: code, step: code, ...(code === 'handling' ? { asked: true } : {}) })), { name: 'merged', step: 'archive', merged: true }, { name: 'silent', step: 'supervision', silent: true },
]

/** Where the matters of the matrix stand with each guard, for a person who sits in the owner's unit and has not worked on it. */
const GUARDS: Record<string, (standing: Standing) => boolean> = {
  notHandler: () => true,
  isOwner: () => true,
  partsClosed: () => true,
  hasParties: ({ step }) => step === 'coordination',
  canEscalate: ({ step }) => step === 'coordination',
  verified: ({ step, merged }) => step === 'confirm' || (step === 'archive' && !merged),
  withinReopenDays: ({ step }) => step === 'archive',
  notMerged: ({ merged }) => !merged,
  merged: ({ merged }) => merged === true,
  notAsker: () => true,
  sharesEnded: ({ step }) => step !== 'coordination',
  canAsk: ({ silent }) => !silent,
  cannotAsk: ({ silent }) => silent === true,
}

const guardHolds = (guard: string, standing: Standing): boolean => {
  const holds = GUARDS[guard]
  if (!holds) throw new Error(`the matrix does not know the guard ${guard}`)
  return holds(standing)
}

/** `ok`: it must happen; anything else is the code of the refusal. */
export type Verdict = 'ok' | 'notSignedIn' | 'notFound' | 'notAllowed' | 'illegalStep' | 'guardFailed' | 'invalid'

export const STATUS: Record<Verdict, number> = { ok: 200, notSignedIn: 401, notFound: 404, notAllowed: 403, illegalStep: 409, guardFailed: 409, invalid: 400 }

/** Who does not see a matter must not learn that it exists. */
export const admission = (role: Role | undefined): Verdict | undefined => {
  if (!role) return 'notSignedIn'
  return role.permissions.includes('matter.view') ? undefined : 'notFound'
}

/** What the table says of a transition by a kind of actor. Inputs are taken as complete. */
const tabled = ({ from, guards }: Transition, standing: Standing): Verdict => {
  if (!from.includes(standing.step)) return 'illegalStep'
  return guards.every((guard) => guardHolds(guard, standing)) ? 'ok' : 'guardFailed'
}

const mayTake = ({ actors, permission }: Transition, role: Role): boolean => actors.includes('staff') && role.permissions.includes(permission)

/** What a door that takes a transition by its code must answer. */
export const verdictOf = (role: Role | undefined, asked: Transition, standing: Standing): Verdict => {
  const refused = admission(role)
  if (refused || !role) return refused ?? 'notSignedIn'
  return mayTake(asked, role) ? tabled(asked, standing) : 'notAllowed'
}

/** What a door that looks for a fitting transition by itself must answer: it finds one, or the step is wrong. */
export const soughtBy = (role: Role | undefined, fits: (asked: Transition) => boolean, standing: Standing): { verdict: Verdict; transition?: Transition } => {
  const refused = admission(role)
  if (refused || !role) return { verdict: refused ?? 'notSignedIn' }
  const found = TRANSITIONS.find((each) => fits(each) && mayTake(each, role) && tabled(each, standing) === 'ok')
  return found ? { verdict: 'ok', transition: found } : { verdict: 'illegalStep' }
}

/** The reporter's transition of this kind that is open now. */
export const forReporter = (codes: readonly string[], standing: Standing): Transition | undefined =>
  codes.map(transition).find((each) => each.actors.includes('reporter') && tabled(each, standing) === 'ok')

/** The step a transition leads to. The waiting matters were put aside in handling, the merged one at its receipt. */
export const targetOf = ({ to }: Transition, { step, merged }: Standing): string => {
  if (to === 'same') return step
  if (to !== 'previous') return to
  return merged ? 'intake' : 'handling'
}

export const isFinal = ({ step }: Standing): boolean => STEPS.some(({ code, kind }) => code === step && kind === 'final')

/** Everything by everybody at every step: four times as many questions, of which the rest have two things in their way at once. */
const EVERYWHERE = process.env.DOORS_EVERYWHERE === '1'

/** Where a role is asked: whoever may in principle at every step; everybody else where their rights alone are in the way. */
export const placesOf = (role: Role | undefined, permission: string, open: readonly Standing[]): readonly Standing[] =>
  EVERYWHERE || (admission(role) === undefined && role?.permissions.includes(permission)) ? STANDINGS : open

/** The standings a transition leaves from. */
export const leavesFrom = ({ from }: Transition): Standing[] => STANDINGS.filter(({ step }) => from.includes(step))

/** What staff may do to a matter without moving it, said once more and apart from the code: the right it needs, and whether the archive bears it. */
export type ActRule = {
  permission: string
  frozen: boolean
  /** Another right that is enough here, and for which roles of those who have only that one. */
  instead?: { permission: string; at?: string; roles?: string[] }
  only?: (standing: Standing) => boolean
  otherwise?: Verdict
}
const owned = ({ step }: Standing): boolean => !['intake', 'routing', 'coordination', 'archive'].includes(step)

export const ACTS: Record<string, ActRule> = {
  note: { permission: 'matter.note', frozen: true },
  reply: { permission: 'matter.reply', frozen: true },
  attach: { permission: 'matter.attach', frozen: false },
  tag: { permission: 'matter.tag', frozen: true },
  untag: { permission: 'matter.tag', frozen: true },
  restrict: { permission: 'matter.restrict', frozen: true },
  attachmentVisibility: { permission: 'matter.publish', frozen: true },
  assignParty: { permission: 'matter.assign', frozen: false },
  // Of those who handle, only the handler of the matrix is in the team that has the share.
  endParty: { permission: 'matter.assign', frozen: false, instead: { permission: 'matter.handle', roles: ['handler'] }, only: ({ step }) => step === 'coordination', otherwise: 'invalid' },
  claim: { permission: 'matter.handle', frozen: false, only: owned, otherwise: 'guardFailed' },
  correct: { permission: 'matter.route', frozen: false, instead: { permission: 'matter.accept', at: 'intake' } },
  reveal: { permission: 'contact.reveal', frozen: true, only: ({ silent }) => !silent, otherwise: 'notFound' },
  split: { permission: 'matter.split', frozen: false },
  notSame: { permission: 'matter.merge', frozen: false },
  answerErasure: { permission: 'matter.reply', frozen: true, only: ({ asked }) => asked === true, otherwise: 'invalid' },
}

const named = (...names: string[]): Standing[] => STANDINGS.filter(({ name }) => names.includes(name))

const TELLING = named('intake', 'coordination', 'handling', 'archive')
const HANDLING = named('handling')

const holders = ({ permission, instead }: ActRule): Role[] => {
  const seeing = ROLES.filter((role) => admission(role) === undefined)
  const holding = (needed: string | undefined) => seeing.filter(({ permissions }) => needed !== undefined && permissions.includes(needed))
  return [...new Set([...holding(permission), ...holding(instead?.permission)])]
}

/** Where an act is asked: acts depend on a matter being open or owned, so the first role that may is asked everywhere, and the others where it differs. */
export const placesOfAct = (role: Role | undefined, rule: ActRule): readonly Standing[] => {
  const [first, ...others] = holders(rule)
  if (EVERYWHERE || role === first) return STANDINGS
  return others.some((other) => other === role) ? TELLING : HANDLING
}

const ruled = (rule: ActRule, standing: Standing): Verdict => {
  if (isFinal(standing) && !rule.frozen) return 'guardFailed'
  return rule.only && !rule.only(standing) ? (rule.otherwise ?? 'invalid') : 'ok'
}

const hasInstead = (role: Role, { instead }: ActRule, { step }: Standing): boolean =>
  instead !== undefined && role.permissions.includes(instead.permission) && (instead.at === undefined || instead.at === step)

const byOtherRight = (role: Role, rule: ActRule, standing: Standing): Verdict => {
  if (!hasInstead(role, rule, standing)) return 'notAllowed'
  const verdict = ruled(rule, standing)
  return verdict === 'ok' && rule.instead?.roles?.includes(role.code) === false ? 'guardFailed' : verdict
}

/** What a door must answer to an act that moves no step. */
export const verdictOfAct = (role: Role | undefined, name: string, standing: Standing): Verdict => {
  const refused = admission(role)
  const rule = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
  if (refused || !role) return refused ?? 'notSignedIn'
  if (!rule) return 'invalid'
  return role.permissions.includes(rule.permission) ? ruled(rule, standing) : byOtherRight(role, rule, standing)
}

/** What an act is called in the history: where it decides something, by what was decided. */
export const eventOf = (act: string): string => (act === 'answerErasure' ? 'refuseErasure' : act)
