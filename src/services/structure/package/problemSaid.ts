import type { Problem } from '@/domain/package/problem'
import { isList, nameOf, SECTIONS, type AnyRow, type Section } from '@/domain/package/sections'
import { say, type Lang, type Words } from '@/domain/words'
import { t, tMaybe } from '@/i18n'
import { issueText } from '../publishCheck'
import { isRecord } from './values'

/** A problem with the name of the row it is about, kept while the file itself is not. */
export type NamedProblem = Problem & { name?: Words }

/** What is wrong, where in words, and where in the file. */
export type ProblemSaid = { where: string; what: string; path: string }

const sectionOf = (key: string): Section | undefined => (key === 'week' || key === 'calendarYears' ? 'calendar' : SECTIONS.find((section) => section === key))

const rowAt = (pkg: unknown, section: Section, index: string): unknown => {
  const rows: unknown = isRecord(pkg) && isList(section) ? pkg[section] : undefined
  return Array.isArray(rows) ? rows[Number(index)] as unknown : undefined
}

const isWords = (value: unknown): value is Words => isRecord(value) && typeof value.zh === 'string' && value.zh !== ''

/** The same problem with the name of the row it is about, where a file says one. */
export const namedProblem = (problem: Problem, pkg: unknown): NamedProblem => {
  const [first = '', index = ''] = problem.path.split('/').slice(1)
  const section = sectionOf(first)
  const row = section && rowAt(pkg, section, index)
  const name: unknown = isRecord(row) ? nameOf(row as unknown as AnyRow) : undefined
  return isWords(name) ? { ...problem, name } : problem
}

const headSaid = (section: Section, { index, name: row }: { index: string; name?: Words }, lang: Lang): string => {
  const name = t(lang, `packages.section.${section}`)
  if (!isList(section) || index === '') return name
  return row ? t(lang, 'packages.path.row', { section: name, name: say(row, lang) }) : t(lang, 'packages.path.list', { section: name, number: Number(index) + 1 })
}

const stepSaid = (step: string, lang: Lang): string => (/^\d+$/.test(step) ? t(lang, 'packages.path.item', { number: Number(step) + 1 }) : (tMaybe(lang, `packages.field.${step}`) ?? step))

const whereSaid = ({ path, name }: NamedProblem, lang: Lang): string => {
  const [first = '', ...rest] = path.split('/').slice(1)
  const section = sectionOf(first)
  if (!section) return first ? (tMaybe(lang, `packages.field.${first}`) ?? first) : t(lang, 'packages.path.whole')
  const steps = isList(section) ? rest.slice(1) : rest
  return [headSaid(section, { index: rest[0] ?? '', ...(name ? { name } : {}) }, lang), ...steps.map((step) => stepSaid(step, lang))].join(' · ')
}

const refusal = ({ params: { rule, ...params } }: Problem, lang: Lang): string => issueText({ path: '', code: String(rule), params }, lang)

/** One problem of a package in words. */
export const problemSaid = (problem: NamedProblem, lang: Lang): ProblemSaid => ({
  where: whereSaid(problem, lang), path: problem.path,
  what: problem.code === 'refused' ? refusal(problem, lang) : t(lang, `packages.problem.${problem.code}`, { ...problem.params, name: problem.params[lang] ?? '' }),
})
