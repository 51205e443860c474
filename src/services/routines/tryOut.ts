import { DomainError } from '@/domain/errors'
import { missingYears } from '@/domain/clocks/calendar'
import { routine } from '@/domain/package/routines'
import { shapeProblems } from '@/domain/package/shape'
import { nextDues, type Due } from '@/domain/routines/cadence'
import { periodName } from '@/domain/routines/period'
import type { RoutineDef } from '@/domain/routines/types'
import type { Desk } from '@/services/desk/desk'
import { shareName, unitRef } from '@/services/desk/names'
import { rootUnit } from '@/services/matters/createInput'
import { issueText } from '@/services/structure/publishCheck'
import { assigneeOf, limitEnd } from './assign'
import { problemText, routineProblems } from './check'
import { figuresOf, formOf, wordsAt, type OpensMatter } from './fill'
import { placesOf, type OpensRound } from './openRound'
import type { Preview, TriedFigure, TryAnswer } from './view'

/** A year, in milliseconds. */
const YEAR = 366 * 24 * 60 * 60_000

const NEXT = 10
const PLACES = 8

type Trying = { desk: Desk; def: RoutineDef; due: Due }

const source = ({ payload }: Desk) => ({ payload })

const figures = async ({ desk, def, due }: Trying, opens: OpensMatter): Promise<TriedFigure[]> => {
  const { model, say, lang } = desk
  const form = await formOf({ req: source(desk), model }, opens)
  const questions = new Map(form?.pages.flatMap((page) => page.questions).map(({ key, label }) => [key, say(label)]))
  return (await figuresOf({ req: source(desk), model, def, due })).map(({ question, measure, period, span, categories = [], count }) => ({
    label: questions.get(question) ?? question, measure, period, span: periodName(span, period, lang), running: span.running, count,
    categories: categories.map((code) => say(model.categories.byCode.get(code)?.name) || code),
  }))
}

const whoOf = ({ desk, def }: Trying, unit: string | undefined): Pick<Preview, 'who' | 'nobody'> => {
  const { model, say } = desk
  if (!def.assign) return {}
  if (def.assign.kind === 'unitPost' && def.opens.kind === 'round') return { who: say(model.posts.byCode.get(def.assign.post)?.name) }
  const party = assigneeOf(model, def, unit)
  return party ? { who: shareName(desk, party) } : { nobody: true }
}

const limitOf = ({ desk, def, due }: Trying): Pick<Preview, 'limitAt'> => {
  const limitAt = limitEnd(def, due.at, desk.model.calendar)
  return limitAt === undefined ? {} : { limitAt }
}

const ofMatter = async (trying: Trying, opens: OpensMatter): Promise<Preview> => {
  const { desk, def, due } = trying
  const { model, say } = desk
  const unit = (opens.unit ? model.units.byCode.get(opens.unit) : rootUnit(model))?.id
  return {
    title: say(wordsAt(opens.title, { model, def, due })), text: say(wordsAt(opens.text, { model, def, due })), type: say(model.types.byCode.get(opens.matterType)?.name),
    figures: await figures(trying, opens), ...whoOf(trying, unit), ...limitOf(trying),
  }
}

const ofRound = async (trying: Trying, opens: OpensRound): Promise<Preview> => {
  const { desk, def, due } = trying
  const { model, say } = desk
  const places = await placesOf(source(desk), model, opens)
  const first = places.slice(0, PLACES).map(({ id, title, unit, last }) => {
    const name = unitRef(desk, unit)?.name
    return { id, title, ...(name ? { unit: name } : {}), ...(last ? { last: Date.parse(last) } : {}) }
  })
  return {
    title: say(wordsAt(opens.title, { model, def, due })), type: say(model.registers.byCode.get(opens.register)?.name), figures: [], places: { total: places.length, first },
    ...whoOf(trying, rootUnit(model)?.id), ...limitOf(trying),
  }
}

/** The names of places in a register are for those who may see it; others learn how many there are. */
const withinRights = ({ desk }: Trying, { places, ...preview }: Preview): Preview =>
  places ? { ...preview, places: desk.holds('register.view') || desk.holds('register.edit') ? places : { total: places.total, first: [] } } : preview

const previewOf = async (trying: Trying): Promise<Preview> => {
  const { opens } = trying.def
  return withinRights(trying, opens.kind === 'matter' ? await ofMatter(trying, opens) : await ofRound(trying, opens))
}

/** The checks of a routine that is on the screen, in words. `def` is there where its shape is right. */
export const checkTyped = async (desk: Desk, definition: unknown): Promise<{ def?: RoutineDef; problems: string[] }> => {
  const parsed = routine.safeParse(definition)
  if (!parsed.success) return { problems: shapeProblems(definition, parsed.error.issues).map((issue) => issueText(issue, desk.lang)) }
  const problems = await routineProblems(source(desk), desk.model.office.id, parsed.data)
  return { def: parsed.data, problems: problems.map((problem) => problemText(problem, desk.lang)) }
}

/**
 * When a routine would be due next and why on those days, and what it would open the first time, counted from real data. Saves nothing, tells nobody.
 * Errors: none for a routine that could not open: its problems are told.
 */
export const tryRoutine = async (desk: Desk, definition: unknown): Promise<TryAnswer> => {
  const { def, problems } = await checkTyped(desk, definition)
  if (!def) return { dues: [], missingYears: [], problems }
  const { calendar } = desk.model
  const dues = nextDues({ cadence: def.cadence, at: def.at, calendar, after: desk.now, count: NEXT })
  const due = dues[0]
  // where the calendar runs out of holidays, next year's may not be in it yet
  const until = dues.length < NEXT ? desk.now + YEAR : (dues.at(-1)?.at ?? desk.now)
  const years = missingYears({ from: desk.now, to: until, calendar })
  try {
    return { dues, missingYears: years, problems, ...(due && problems.length === 0 ? { preview: await previewOf({ desk, def, due }) } : {}) }
  } catch (error) {
    // What it names may have gone between the check and the look.
    if (!(error instanceof DomainError)) throw error
    return { dues, missingYears: years, problems: [...problems, error.code] }
  }
}
