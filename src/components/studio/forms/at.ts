import type { FormPage } from '../../../domain/forms/types'
import type { Place } from '../../../domain/forms/edit'
import type { DraftView } from '../../../services/structure/drafts'

export type Issue = DraftView<unknown>['issues'][number]

/** What stands below a pointer, without it; undefined for what stands elsewhere. */
const below = (path: string, head: string): string | undefined =>
  path === head ? '' : path.startsWith(`${head}/`) ? path.slice(head.length + 1) : undefined

const pointer = ({ page, at }: Place): string => `/pages/${page}/questions/${at}`

/** Issues of one question. */
export const issuesOf = (issues: readonly Issue[], place: Place): Issue[] => issues.filter(({ path }) => below(path, pointer(place)) !== undefined)

/** Issues of a page itself: its heading, or that it has no question. */
export const issuesOfPage = (issues: readonly Issue[], page: number): Issue[] =>
  issues.filter(({ path }) => {
    const rest = below(path, `/pages/${page}`)
    return rest !== undefined && !/^questions\/\d/.test(rest)
  })

/** What is wrong with one part of a question, such as `label` or `options/2/code`, in words. */
export const saidOf = (issues: readonly Issue[], place: Place, part: string): string | undefined =>
  issues.find(({ path }) => below(path, `${pointer(place)}/${part}`) !== undefined)?.what

/** The question, or the page, that a pointer leads to. */
export const placeAt = (path: string, pages: readonly FormPage[]): { page: number; at?: number } | undefined => {
  const [, page, at] = /^\/pages\/(\d+)(?:\/questions\/(\d+))?/.exec(path) ?? []
  if (page === undefined || !pages[Number(page)]) return undefined
  return { page: Number(page), ...(at !== undefined && pages[Number(page)]?.questions[Number(at)] ? { at: Number(at) } : {}) }
}

const BLANK: readonly string[] = ['badFormat', 'missing']

/** Which plain words say an issue of a draft's mere shape: text left empty, a page without a question. Undefined where the check says enough. */
export const plainWords = ({ path, code }: Issue): 'blank' | 'emptyPage' | undefined => {
  if (path.endsWith('/zh') && BLANK.includes(code)) return 'blank'
  return /^\/pages\/\d+(\/questions)?$/.test(path) && (code === 'outOfRange' || code === 'noQuestions') ? 'emptyPage' : undefined
}
