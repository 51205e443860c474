/** The chain of reviews (三审三校) of one notice. Pure: what is stored, shown and sent follows from it. */

/** Where the edition that is being worked on stands; `done`: there is none beside what is out. */
export const STEPS = ['draft', 'review', 'approved', 'scheduled', 'done'] as const
export type Step = (typeof STEPS)[number]

/** What residents, or for internal columns the staff, have of it. */
export const LIVES = ['none', 'published', 'expired', 'withdrawn', 'archived'] as const
export type Live = (typeof LIVES)[number]

export type Chain = {
  step: Step
  live: Live
  /** The review that is waited for, from 1; 0 where none is. */
  level: number
  /** How many reviews this edition takes; set when it is submitted. */
  levels: number
  /** Counts submissions. */
  round: number
}

export const ACTS = ['submit', 'approve', 'sendBack', 'edit', 'schedule', 'unschedule', 'publish', 'withdraw', 'archive', 'expire'] as const
export type Act = (typeof ACTS)[number]

export const freshChain = (live: Live = 'none'): Chain => ({ step: live === 'none' ? 'draft' : 'done', live, level: 0, levels: 0, round: 0 })

/** What one state and its name on lists is: the edition under way, else what is out. */
export type State = Exclude<Step, 'done'> | Live
export const stateOf = ({ step, live }: Pick<Chain, 'step' | 'live'>): State => (step === 'done' ? live : step)

const IS_OUT: readonly Live[] = ['published', 'expired']

/** From which steps, and from what that is out, each act may be done. */
const FROM: Record<Act, { steps: readonly Step[]; lives?: readonly Live[] }> = {
  submit: { steps: ['draft'] },
  approve: { steps: ['review'] },
  sendBack: { steps: ['review', 'approved', 'scheduled'] },
  edit: { steps: STEPS },
  schedule: { steps: ['approved'] },
  unschedule: { steps: ['scheduled'] },
  publish: { steps: ['approved', 'scheduled'] },
  withdraw: { steps: STEPS, lives: [...IS_OUT, 'archived'] },
  archive: { steps: ['done'], lives: IS_OUT },
  expire: { steps: STEPS, lives: ['published'] },
}

/** Whether an act leaves from this state. An act that is not listed for it changes nothing, whoever asks. */
export const isLegal = (chain: Chain, act: Act): boolean => FROM[act].steps.includes(chain.step) && (FROM[act].lives?.includes(chain.live) ?? true)

const submitted = (chain: Chain, levels: number): Chain => ({ ...chain, step: levels === 0 ? 'approved' : 'review', level: levels === 0 ? 0 : 1, levels, round: chain.round + 1 })

const approved = (chain: Chain): Chain => (chain.level < chain.levels ? { ...chain, level: chain.level + 1 } : { ...chain, step: 'approved', level: 0 })

const back = (chain: Chain): Chain => ({ ...chain, step: 'draft', level: 0 })

const MOVES: Record<Act, (chain: Chain, levels: number) => Chain> = {
  submit: submitted,
  approve: approved,
  sendBack: back,
  edit: back,
  schedule: (chain) => ({ ...chain, step: 'scheduled' }),
  unschedule: (chain) => ({ ...chain, step: 'approved' }),
  publish: (chain) => ({ ...chain, step: 'done', live: 'published', level: 0 }),
  withdraw: (chain) => ({ ...chain, live: 'withdrawn', step: 'draft', level: 0 }),
  archive: (chain) => ({ ...chain, live: 'archived' }),
  expire: (chain) => ({ ...chain, live: 'expired' }),
}

/** The state after an act; undefined when it does not leave from this one. `levels`: reviews that the column wants, for `submit`. */
export const move = (chain: Chain, act: Act, levels = 0): Chain | undefined => (isLegal(chain, act) ? MOVES[act](chain, levels) : undefined)

/** What is known of whoever acts. */
export type Actor = {
  id: string
  mayEdit: boolean
  mayPublish: boolean
  /** Whether they hold what the review that is waited for asks for. */
  mayReview: boolean
}

export type Facts = {
  /** Who wrote anything of this edition. */
  writers: readonly string[]
  /** Who approved a review of this round. */
  reviewers: readonly string[]
  /** Whether the text is still the one that was submitted. */
  unchanged: boolean
}

export type Refusal = 'illegalStep' | 'noRight' | 'ownText' | 'reviewedBefore' | 'changed'

const mayDo = (act: Act, actor: Actor): boolean => {
  if (act === 'submit') return actor.mayEdit
  if (act === 'approve') return actor.mayReview
  if (act === 'sendBack') return actor.mayReview || actor.mayPublish
  return actor.mayPublish
}

/** Acts that stand on what was reviewed. */
const ON_REVIEWED: readonly Act[] = ['approve', 'schedule', 'publish']

/**
 * Why somebody may not do an act now; undefined when they may. Nobody reviews what they wrote, nor two reviews of one round (三审三校: 分级审核);
 * a review holds for the text that was read and for no other.
 */
export const refusalOf = (chain: Chain, act: Act, actor: Actor, { writers, reviewers, unchanged }: Facts): Refusal | undefined => {
  if (!isLegal(chain, act)) return 'illegalStep'
  if (!mayDo(act, actor)) return 'noRight'
  if (act === 'approve' && writers.includes(actor.id)) return 'ownText'
  if (act === 'approve' && reviewers.includes(actor.id)) return 'reviewedBefore'
  return ON_REVIEWED.includes(act) && !unchanged ? 'changed' : undefined
}

/** The acts somebody may do now, in the order of the chain. */
export const openActs = (chain: Chain, actor: Actor, facts: Facts): Act[] =>
  ACTS.filter((act) => act !== 'edit' && act !== 'expire' && refusalOf(chain, act, actor, facts) === undefined)

/** Whether a scheduled edition is due at `now` (epoch ms); `at` absent: never. */
export const isDue = (chain: Pick<Chain, 'step'>, at: number | undefined, now: number): boolean => chain.step === 'scheduled' && at !== undefined && at <= now

/** Whether what is out has expired at `now` (epoch ms); without an end it never does. */
export const hasExpired = (until: number | undefined, now: number): boolean => until !== undefined && until <= now
