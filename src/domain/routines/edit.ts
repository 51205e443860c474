import type { FormDef, Question } from '../forms/types'
import type { Assignee, Cadence, Fill, Opens, RoutineDef } from './types'

const CADENCES: { [K in Cadence['kind']]: Extract<Cadence, { kind: K }> } = {
  daily: { kind: 'daily', workdaysOnly: false },
  weekly: { kind: 'weekly', weekday: 1, shift: 'after' },
  monthly: { kind: 'monthly', day: 1, shift: 'after' },
  workday: { kind: 'workday', n: 1 },
  beforeHoliday: { kind: 'beforeHoliday', length: 3 },
}
export const CADENCE_KINDS = Object.keys(CADENCES) as Cadence['kind'][]

/** A cadence of another kind; what both have stays. */
export const cadenceOf = (kind: Cadence['kind'], before?: Cadence): Cadence =>
  before && 'shift' in before && 'shift' in CADENCES[kind] ? ({ ...CADENCES[kind], shift: before.shift } as Cadence) : CADENCES[kind]

const OPENS: { [K in Opens['kind']]: Extract<Opens, { kind: K }> } = {
  matter: { kind: 'matter', matterType: '', title: { zh: '' }, text: { zh: '' }, answers: {}, fills: [] },
  round: { kind: 'round', register: '', form: '', title: { zh: '' } },
}

/** Opens something of another kind; its title stays. */
export const opensOf = (kind: Opens['kind'], before?: Opens): Opens => ({ ...OPENS[kind], title: before?.title ?? { zh: '' } })

/** A routine that opens nothing yet. */
export const newRoutine = (code: string): RoutineDef => ({ code, name: { zh: '' }, on: true, cadence: CADENCES.daily, at: '09:00', opens: OPENS.matter })

const ASSIGNEES: { [K in Assignee['kind']]: Extract<Assignee, { kind: K }> } = { team: { kind: 'team', team: '' }, unit: { kind: 'unit', unit: '' }, unitPost: { kind: 'unitPost', post: '' } }

/** The routine for whom it is, nobody being named with ''. */
export const assigned = ({ assign: _, ...def }: RoutineDef, kind: Assignee['kind'] | ''): RoutineDef => (kind === '' ? def : { ...def, assign: ASSIGNEES[kind] })

/** The routine with its limit, or without one. */
export const limited = ({ limit: _, ...def }: RoutineDef, limit: RoutineDef['limit']): RoutineDef => (limit ? { ...def, limit } : def)

export const questionsOf = (form: FormDef | undefined): Question[] => form?.pages.flatMap(({ questions }) => questions) ?? []

/** Number questions that no figure stands in yet. */
export const freeNumbers = (form: FormDef | undefined, fills: readonly Fill[]): Question[] =>
  questionsOf(form).filter(({ key, kind }) => kind === 'number' && !fills.some(({ question }) => question === key))

const onePage = (form: FormDef, questions: Question[]): FormDef => ({ ...form, pages: [{ title: form.name, questions }] })

/** All questions of a checklist on one page: whoever stands before a place scrolls, and turns no pages. */
export const checklist = (form: FormDef): FormDef => onePage(form, questionsOf(form))

/** The questions a routine can answer beforehand, on one page: those without a figure, and without photos, which nobody has taken yet. */
export const answerable = (form: FormDef, fills: readonly Fill[]): FormDef =>
  onePage(form, questionsOf(form).filter(({ key, kind }) => kind !== 'photo' && !fills.some(({ question }) => question === key)))

/** What is missing before a routine may be kept, by the field it is missing in. */
export type Missing = 'name' | 'type' | 'title' | 'text' | 'register' | 'form' | 'team' | 'unit' | 'post' | 'at' | 'limit'

const blank = (text: string | undefined): boolean => !text?.trim()

const missingOpens = (opens: Opens): Missing[] => {
  const title: Missing[] = blank(opens.title.zh) ? ['title'] : []
  if (opens.kind === 'round') return [...title, ...(opens.register ? [] : (['register'] as const)), ...(opens.form ? [] : (['form'] as const))]
  return [...(opens.matterType ? [] : (['type'] as const)), ...title, ...(Array.from(opens.text.zh.trim()).length < 4 ? (['text'] as const) : [])]
}

const missingWho = (assign: Assignee | undefined): Missing[] => {
  if (assign?.kind === 'team') return assign.team ? [] : ['team']
  if (assign?.kind === 'unit') return assign.unit ? [] : ['unit']
  return assign && !assign.post ? ['post'] : []
}

/** Everything a person has still to fill in, in the order of the page. */
export const missingIn = ({ name, at, opens, assign, limit }: RoutineDef): Missing[] => [
  ...(blank(name.zh) ? (['name'] as const) : []), ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(at) ? [] : (['at'] as const)), ...missingOpens(opens), ...missingWho(assign), ...(limit && !(limit.amount > 0) ? (['limit'] as const) : []),
]
