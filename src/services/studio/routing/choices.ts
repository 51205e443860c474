import { findRows } from '@/db/rows'
import { pathDepth, pathIds } from '@/domain/grid/path'
import type { FormDef, Question } from '@/domain/forms/types'
import type { Words } from '@/domain/words'
import { both } from '@/i18n'
import { inTreeOrder } from '@/services/desk/queue'
import type { Desk } from '@/services/desk/desk'
import { directoryOf } from '@/services/matters/directory'
import { SLUG } from '@/slugs'

export type Named = { code: string; name: Words }
export type NodeChoice = Named & { active: boolean; /** What it lies under, in the reader's language; its own parent last. */ above: string[]; depth: number }
export type TeamChoice = Named & { active: boolean; members: number }
export type QuestionChoice = Named & { /** The forms that ask it. */ forms: Words[]; options?: Named[]; /** Answers are numbers. */ number?: true }

/** What the slots of a rule offer, by code. */
export type RoutingChoices = { categories: NodeChoice[]; units: NodeChoice[]; types: Named[]; sources: Named[]; posts: Named[]; teams: TeamChoice[]; questions: QuestionChoice[] }

type Node = { id: string; code: string; name: Words; path: string; active?: boolean | null }

const nodesOf = (desk: Desk, rows: readonly Node[], byId: ReadonlyMap<string, Node>, skip: number): NodeChoice[] =>
  rows.map(({ code, name, path, active }) => ({
    code, name, active: active !== false, depth: pathDepth(path) - 1, above: pathIds(path).slice(skip, -1).flatMap((id) => desk.say(byId.get(id)?.name) || []),
  }))

const named = (rows: readonly (Named & { active?: boolean | null })[]): Named[] => rows.filter(({ active }) => active !== false).map(({ code, name }) => ({ code, name }))

const YES_NO: Named[] = [{ code: 'true', name: both('studio.act.yes') }, { code: 'false', name: both('studio.act.no') }]

const optionsOf = ({ kind, options }: Question): Pick<QuestionChoice, 'options' | 'number'> => {
  if (kind === 'number') return { number: true }
  if (kind === 'yesNo') return { options: YES_NO }
  return options ? { options: options.map(({ code, label }) => ({ code, name: label })) } : {}
}

const ASKED: readonly Question['kind'][] = ['text', 'number', 'choice', 'multiChoice', 'yesNo']

/** Questions that any form asks and an answer can be compared with, each once. */
const questionsOf = async (desk: Desk): Promise<QuestionChoice[]> => {
  const forms = await findRows(desk.req, SLUG.forms, { where: { office: { equals: desk.model.office.id } }, sort: 'code' })
  const asked = forms.flatMap(({ definition }) => {
    const { name, pages = [] } = (definition ?? {}) as Partial<FormDef>
    return pages.flatMap(({ questions }) => questions).filter(({ kind }) => ASKED.includes(kind)).map((question) => ({ question, form: name ?? { zh: '' } }))
  })
  const byKey = new Map<string, QuestionChoice>()
  for (const { question, form } of asked) {
    const forms = [...(byKey.get(question.key)?.forms ?? []), form]
    byKey.set(question.key, { code: question.key, name: question.label, forms, ...optionsOf(question) })
  }
  return [...byKey.values()]
}

/** What a rule of this office can speak of, closed things included: a rule that names one must still be readable. */
export const routingChoices = async (desk: Desk): Promise<RoutingChoices> => {
  const { model } = desk
  const directory = directoryOf(model)
  return {
    categories: nodesOf(desk, inTreeOrder(model.categories.all), model.categories.byId, 0),
    // The territory's one top says nothing that the reader does not know.
    units: nodesOf(desk, model.units.all, model.units.byId, 1),
    types: named(model.types.all), sources: named(model.sources.all), posts: named(model.posts.all),
    teams: model.teams.all.map(({ code, name }) => ({ code, name, members: directory.team(code)?.members ?? 0, active: directory.team(code)?.active === true })),
    questions: await questionsOf(desk),
  }
}
