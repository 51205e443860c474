import type { PayloadRequest } from 'payload'
import { newId } from '@/db/ids'
import { deleteRows, insertRow } from '@/db/rows'
import type { RoutineDef } from '@/domain/routines/types'
import type { Party, TransitionDef, WorkflowDef } from '@/domain/workflow/types'
import type { Words } from '@/domain/words'
import { both } from '@/i18n'
import { now } from '@/lib/clock'
import { plainActing } from '@/services/matters/actor'
import { assignmentFrom } from '@/services/matters/autoRoute'
import { clockColumns, clockEventsOf } from '@/services/matters/clockRows'
import { createMatter } from '@/services/matters/create'
import { rootUnit, type CreateInput } from '@/services/matters/createInput'
import { workflowOf } from '@/services/matters/engine'
import { ROUTINE_KEY } from '@/services/matters/origin'
import type { MatterRow } from '@/services/matters/row'
import { runTransition } from '@/services/matters/runTransition'
import { saveMatter } from '@/services/matters/save'
import type { OfficeModel } from '@/services/structure/load'
import { SLUG } from '@/slugs'
import { assigneeOf, ownLimit } from './assign'
import { figuresOf, filledAnswers, needId, wordsAt, type Figure, type Moment, type OpensMatter } from './fill'

/** One opening: of which routine, when it was due, and how many others were missed before it. */
export type Opening = { req: PayloadRequest; model: OfficeModel; def: RoutineDef; routine: string; run: string; due: Moment; missed: number }

const JOB = 'routines'
const ACTING = plainActing({ kind: 'system', job: JOB })

/** Titles are cut by the matter itself; a text ends where it may. */
const textWith = (text: Words, missed: number): string => (missed > 0 ? `${text.zh}\n\n${both('routines.why.missedText', { n: missed }).zh}` : text.zh)

const inputOf = (opening: Opening, opens: OpensMatter, figures: readonly Figure[]): CreateInput => {
  const { model, missed } = opening
  const source = model.sources.all.find(({ kind, active, openToStaff }) => kind === 'duty' && active !== false && openToStaff !== false)
  return {
    type: needId(model.types.byCode, opens.matterType, 'type').id, lang: 'zh', title: wordsAt(opens.title, opening).zh, text: textWith(wordsAt(opens.text, opening), missed),
    answers: filledAnswers(opens, figures),
    ...(source ? { source: source.id } : {}),
    ...(opens.category ? { category: needId(model.categories.byCode, opens.category, 'category').id } : {}),
    ...(opens.unit ? { unit: needId(model.units.byCode, opens.unit, 'unit').id } : {}),
  }
}

const writeOwnClock = async ({ req, model, def }: Opening, matter: MatterRow, at: number): Promise<void> => {
  const limit = ownLimit(def)
  if (!limit) return
  // Should the office's limits have a clock of this name, it gives way.
  await deleteRows(req, SLUG.clocks, { and: [{ matter: { equals: matter.id } }, { clock: { equals: limit.clock } }] })
  const { columns } = clockColumns({ limit, events: await clockEventsOf(req, matter.id), calendar: model.calendar, now: at })
  await insertRow(req, SLUG.clocks, { id: newId(), office: matter.office, matter: matter.id, clock: limit.clock, limit: { ...limit }, done: [], ...columns })
}

const reasonOf = ({ def, missed }: Opening): Words =>
  missed > 0 ? both('routines.why.late', { name: def.name.zh, n: missed }) : both('routines.why.opened', { name: def.name.zh })

/** Says on the matter which routine opened it, what it counted, and what was missed; its clocks are read with the routine's own among them. */
const record = (opening: Opening, matter: MatterRow, figures: readonly Figure[]): Promise<MatterRow> =>
  saveMatter({
    req: opening.req, model: opening.model, before: matter, changes: {}, acting: ACTING, at: now(), reread: true,
    event: {
      kind: 'system', action: 'routineOpened', reason: reasonOf(opening),
      data: { routine: opening.routine, run: opening.run, missed: opening.missed, figures: figures.map(({ question, measure, count, span }) => ({ question, measure, count, from: span.from, to: span.to })) },
    },
  })

/** A step that the portal's own job may take by itself towards the assignment: nothing to be said, nothing decided. */
const nextStep = ({ transitions, steps }: WorkflowDef, step: string): TransitionDef | undefined =>
  transitions.find(({ from, to, actors, inputs }) => from.includes(step) && to !== step && actors.includes('system') && inputs.every(({ required }) => !required) && steps.some(({ code, phase }) => code === to && phase === 'routing'))

/** Hands the matter to whom it is for, as a trusted rule does, where its workflow lets a machine; else it waits for a person, who finds it named. */
const handOn = async ({ req, model, def }: Opening, opened: MatterRow, lead: Party | undefined): Promise<MatterRow> => {
  if (!lead) return opened
  const workflow = await workflowOf(req, model, opened)
  const reason = both('routines.why.assigned', { name: def.name.zh })
  const take = nextStep(workflow, opened.step)
  const matter = take && !assignmentFrom(workflow, opened.step)
    ? (await runTransition({ req, model, matter: opened, acting: ACTING, action: take.code, input: {}, expectedRevision: opened.revision, reason })).matter
    : opened
  const assign = assignmentFrom(workflow, matter.step)
  if (!assign) return matter
  const input = assign.inputs.find(({ role }) => role === 'lead')
  return (await runTransition({
    req, model, matter, acting: plainActing({ kind: 'rule', rule: JOB, name: reason.zh }), action: assign.code, input: input ? { [input.key]: lead } : {}, expectedRevision: matter.revision, reason,
  })).matter
}

export type Opened = { title: string; matter: MatterRow; lead: Party | undefined }

/**
 * Opens the matter of a routine inside the caller's transaction: through the one door, its figures filled in, its own limit running, handed to whom it is
 * for. Errors: those of `createMatter`, `invalid` for anything it names that is gone.
 */
export const openMatter = async (opening: Opening, opens: OpensMatter): Promise<Opened> => {
  const { req, model, def, routine, due } = opening
  const figures = await figuresOf(opening)
  const { matter: created } = await createMatter({
    payload: req.payload, req, who: 'staff', idempotencyKey: `${ROUTINE_KEY}${routine}-${due.at}`, acting: () => ACTING, input: inputOf(opening, opens, figures),
  })
  await writeOwnClock(opening, created, now())
  const recorded = await record(opening, created, figures)
  const lead = assigneeOf(model, def, recorded.unit ?? rootUnit(model)?.id)
  return { title: recorded.title, matter: await handOn(opening, recorded, lead), lead }
}
