import type { RowRequest } from '@/db/rows'
import { DomainError } from '@/domain/errors'
import type { FormDef } from '@/domain/forms/types'
import { answersWith } from '@/domain/routines/lint'
import { periodOf, wordsWithPeriods, type Span } from '@/domain/routines/period'
import type { Fill, Opens, RoutineDef } from '@/domain/routines/types'
import type { Due } from '@/domain/routines/cadence'
import type { Words } from '@/domain/words'
import type { OfficeModel } from '@/services/structure/load'
import { formVersion } from '@/services/structure/versions'
import { measure } from './measure'

/** A moment at which a routine is due, or was. */
export type Moment = Pick<Due, 'at' | 'planned'>

export type Figure = Fill & { span: Span; count: number }

type Asked = { req: RowRequest; model: OfficeModel; def: RoutineDef; due: Moment }

export const timingOf = ({ model, def, due }: Omit<Asked, 'req'>) => ({ cadence: def.cadence, at: def.at, due, calendar: model.calendar })

export const fillsOf = ({ opens }: RoutineDef): readonly Fill[] => (opens.kind === 'matter' ? opens.fills : [])

/** The figures that a routine fills in, counted for the period each is about. Errors: `invalid` for a category that is gone. */
export const figuresOf = async ({ req, model, def, due }: Asked): Promise<Figure[]> => {
  const figures: Figure[] = []
  for (const fill of fillsOf(def)) {
    const span = periodOf(timingOf({ model, def, due }), fill.period)
    figures.push({ ...fill, span, count: await measure({ req, model, measure: fill.measure, span, categories: fill.categories }) })
  }
  return figures
}

/** A title or text with its day, week and month put in. */
export const wordsAt = (words: Words, { model, def, due }: Omit<Asked, 'req'>): Words => wordsWithPeriods(words, timingOf({ model, def, due }), fillsOf(def))

export type OpensMatter = Extract<Opens, { kind: 'matter' }>

/** The form in force of what a routine opens; undefined before it was published. */
export const formOf = async ({ req, model }: Pick<Asked, 'req' | 'model'>, { matterType }: OpensMatter): Promise<FormDef | undefined> => {
  const type = model.types.byCode.get(matterType)
  const current = type && model.forms.byId.get(type.form)?.current
  return current ? formVersion(req.payload, current) : undefined
}

/** The answers a matter opens with, its figures filled in. */
export const filledAnswers = (opens: OpensMatter, figures: readonly Figure[]) =>
  answersWith(opens, ({ question }) => figures.find((figure) => figure.question === question)?.count ?? 0)

/** The id behind a code. Errors: `invalid` naming the field where it is not there or closed. */
export const needId = <T extends { id: string; active?: boolean | null }>(rows: ReadonlyMap<string, T>, code: string, field: string): T => {
  const row = rows.get(code)
  if (!row || row.active === false) throw new DomainError('invalid', { code }, [{ field, code: 'notOffered' }])
  return row
}
