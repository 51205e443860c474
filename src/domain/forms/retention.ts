import { isAnswered } from './conditions'
import { answerTo } from './names'
import type { Answers, FormDef } from './types'

const DAY = 86_400_000

const kept = (def: FormDef) => def.pages.flatMap(({ questions }) => questions).flatMap(({ key, kind, retentionDays }) => (retentionDays === undefined ? [] : [{ key, kind, ms: retentionDays * DAY }]))

/** Every such time of a form, each once, the shortest first. */
export const retentionTimes = (def: FormDef): number[] => [...new Set(kept(def).map(({ ms }) => ms))].sort((one, other) => one - other)

/** Answers whose time is over, by key, and the photos among them. Both times are epoch milliseconds. Source: domain.md §8, the form itself. */
export const expiredAnswers = ({ def, answers, archivedAt, now }: { def: FormDef; answers: Answers; archivedAt: number; now: number }): { keys: string[]; photos: string[] } => {
  const due = kept(def).filter(({ key, ms }) => archivedAt + ms <= now && isAnswered(answerTo(answers, key)))
  const photos = due.filter(({ kind }) => kind === 'photo').flatMap(({ key }) => {
    const value = answerTo(answers, key)
    return Array.isArray(value) ? value : []
  })
  return { keys: due.map(({ key }) => key), photos }
}

/** Answers without some of them. */
export const withoutAnswers = (answers: Answers, keys: readonly string[]): Answers => Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.includes(key)))
