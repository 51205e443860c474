import type { Permission } from '../access/types'
import type { ClockSignal } from '../clocks/types'
import type { Words } from '../words'

/** The six canonical phases, in order. Fixed, so that progress bars and statistics compare (domain.md §2). */
export const PHASES = ['intake', 'routing', 'coordination', 'handling', 'supervision', 'archive'] as const
export type Phase = (typeof PHASES)[number]

/** Phases every workflow must have; the other four may be skipped by a matter type. */
export const MANDATORY_PHASES: readonly Phase[] = ['intake', 'archive']

export type StepDef = {
  code: string
  phase: Phase
  name: Words
  /** Plain words for the reporter: what is going on now, and what comes next. */
  residentNow?: Words
  residentNext?: Words
  /** `start`: where new matters begin (exactly one). `waiting`: clocks that name `waitingFor` pause. `final`: archived. */
  kind: 'start' | 'normal' | 'waiting' | 'final'
  waitingFor?: 'reporter' | 'thirdParty' | 'weather'
  /** Days after entering in which a reporter's silence lets the portal take `silence.transition`. Only valid after a verification. */
  silence?: { days: number; transition: string }
}

/** Who may take a transition. `reporter`: holder of receipt code and query word. `system`: the portal's own jobs. */
export const ACTOR_KINDS = ['staff', 'reporter', 'system', 'rule'] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]

/** Closed list of facts a transition may demand, evaluated in `guards.ts`. */
export const GUARDS = [
  'notHandler', // actor did not handle this matter in this round (domain.md §3 rule 4)
  'isOwner', // actor is the lead person, or in the lead team/unit
  'hasParties', // at least two parties (lead and one co-handler)
  'partsClosed', // every child matter is archived
  'verified', // a person has verified in this round
  'withinReopenDays', // archived less than reopenDays ago
  'canEscalate', // the owner unit has a parent unit
  'notMerged', // the matter was not merged into another
  'notReviewer', // actor gave no earlier review of this pass: each of several reviews is another person's
  'notAsker', // actor does not work on this matter: nobody grants themselves more time
  'sharesEnded', // no co-handler has an open part
  'canAsk', // the reporter can be asked
  'cannotAsk', // staff registered it, and no contact was left
  'merged', // the matter was merged into another: only then can a merge be undone
] as const
export type Guard = (typeof GUARDS)[number]

/** Inputs a transition needs. The same list renders the desk's form and validates on the server. */
export type InputDef = {
  key: string
  kind: 'text' | 'choice' | 'lead' | 'parties' | 'matter' | 'photos' | 'minutes' | 'rating' | 'person'
  label: Words
  help?: Words
  required: boolean
  minLength?: number
  maxLength?: number
  minCount?: number
  maxCount?: number
  min?: number
  max?: number
  options?: { code: string; label: Words }[]
  /** What becomes of it: `reason` and `internal` stay with staff; `reply` is a text the reporter reads; `outcome` is stored on the matter. */
  role: 'reason' | 'internal' | 'reply' | 'outcome' | 'responsible' | 'lead' | 'parties' | 'target' | 'extension' | 'photos' | 'rating' | 'verifier'
}

/** Closed list of what a transition does beyond moving the step. Applied by `apply.ts` as pure patches. */
export const EFFECTS = [
  'assignLead', // input role `lead` becomes the owner
  'assignParties', // input role `parties` become co-handlers
  'clearOwner', // matter goes back to nobody, the former assignment ends
  'escalate', // the owner becomes the parent unit of the current owner unit
  'acceptByActorUnit', // first-asked unit is the actor's unit, if none yet
  'countReturn', // returns + 1
  'markHandled', // actor joins the handlers of this round
  'markReviewed', // actor joins the reviewers of this pass; a return forgets them
  'markVerified', // actor is the verifier of this round
  'extend', // input role `extension` is added to the running resolve clock
  'setOutcome', // input role `outcome` or `outcome` of the transition
  'mergeInto', // input role `target` becomes the master matter
  'newRound', // round + 1, verification, handlers, outcome and master matter forgotten
  'setRating', // input role `rating` is stored
  'restore', // back as it was before it was merged: owner, co-handlers; with `to: previous` also the step
] as const
export type Effect = (typeof EFFECTS)[number]

export type TransitionDef = {
  code: string
  name: Words
  from: string[]
  /** Target step code, or `same` to stay, or `previous` to go back to where a waiting step was entered from; with `restore`, to where it was merged. */
  to: string
  actors: ActorKind[]
  /** Permission a staff actor needs, within scope. Ignored for other actors. */
  permission: Permission
  guards: Guard[]
  inputs: InputDef[]
  effects: Effect[]
  signals: ClockSignal[]
  /** Outcome written by `setOutcome` when no input carries one. */
  outcome?: string
  /** The line the reporter reads in the timeline; `{responsible}` stands for the input of that role. No words: the event is not shown to the reporter. */
  residentLine?: Words
  /** Emphasis on the desk. `main` is at most one per step. */
  tone: 'main' | 'normal' | 'careful'
  /** Rule document clause that this transition rests on, e.g. "supervision#3". */
  cites?: string
}

/** One immutable published version of a workflow. */
export type WorkflowDef = {
  code: string
  name: Words
  steps: StepDef[]
  transitions: TransitionDef[]
  /** Outcomes of this workflow's own that its actions note by themselves, beside those every workflow has. */
  outcomes?: { code: string; label: Words }[]
  /** Days after archiving in which a reopening is allowed. */
  reopenDays: number
}

export type Actor =
  | { kind: 'staff'; id: string; name: string; unit?: string }
  | { kind: 'reporter' }
  | { kind: 'system'; job: string }
  | { kind: 'rule'; rule: string; name: string }

/** What the workflow engine needs to know of a matter. Ids are ULIDs; instants are epoch milliseconds. */
export type MatterState = {
  step: string
  previousStep?: string
  revision: number
  round: number
  returns: number
  ownerUnit?: string
  ownerTeam?: string
  ownerPerson?: string
  parties: Party[]
  handlers: string[]
  /** Who passed a review since the work was last handed in. */
  reviewers?: string[]
  verifiedBy?: string
  archivedAt?: number
  outcome?: string
  openParts: number
  ownerUnitParent?: string
  /** The grid unit the matter lies in. Becomes the owner unit when a lead names only a team or a person (domain.md §3 rule 6). */
  unit?: string
  /** First-asked unit (首问): named on the matter until it closes (domain.md §3 rule 5). */
  firstUnit?: string
  /** The master matter, after `mergeInto`. */
  mergedInto?: string
  rating?: number
  /** When the present step was entered; silence is counted from here. */
  stepSince?: number
  /** How it stood before it was merged, as its history says. */
  closedFrom?: ClosedFrom
  /** Whether the reporter can be asked: they reported themselves, or left contact details. Unknown counts as yes. */
  askable?: boolean
  /** When the matter is to be solved: the deadline of parts that name none. */
  dueAt?: number
}

/** A team, unit or person with a share in a matter. */
export type Party = { unit?: string; team?: string; person?: string; note?: string; dueAt?: number }

/** Step, owner and co-handlers of a matter at the moment it was closed. */
export type ClosedFrom = { step: string; previousStep?: string; lead?: Party; parties: Party[] }
