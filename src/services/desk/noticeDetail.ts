import { findRow, findRows } from '@/db/rows'
import { minuteIn } from '@/domain/clocks/dayIn'
import { DomainError } from '@/domain/errors'
import { openActs, refusalOf, stateOf, freshChain, type Act, type Refusal, type State } from '@/domain/publishing/chain'
import type { Finding } from '@/domain/publishing/check'
import { diffLines, type DiffLine } from '@/domain/publishing/lines'
import { say } from '@/domain/words'
import { t } from '@/i18n'
import { idOf } from '@/lib/idOf'
import { wordsOf } from '@/lib/wordsOf'
import { findingsOf } from '@/services/publishing/check'
import { actorOn, factsOn } from '@/services/publishing/chain/acts'
import { contentOf, digestOf, newestEdition } from '@/services/publishing/chain/content'
import { chainOf, stepsOf, type ChainRow, type StepRow } from '@/services/publishing/chain/row'
import { confirmations, isConfirmed, readersOf, rolesOf, staffNotices } from '@/services/publishing/reading/readers'
import { paragraphsOf } from '@/services/site/content/plainText'
import { SLUG } from '@/slugs'
import type { Desk } from './desk'
import { noticeHref, reviewedColumns, worksOnNotices } from './notices'

type Row = Record<string, unknown>

export type StepLine = { id: string; act: StepRow['act']; level: number; round: number; who: string; at: string; note: string; /** The text this was said of is not the present one. */ other: boolean; differs?: DiffLine[] }
export type Reading = { edition: string; asked: boolean; done?: string; people?: { name: string; done?: string }[] }
export type NoticeDetail = {
  id: string; title: string; column: string; state: State; level: number; roles: string[]; revision: number; href: string; editHref?: string; publicHref?: string
  facts: { label: string; value: string }[]
  acts: Act[]; /** Why a review that waits is not this person's. */ refused?: Refusal
  findings: Finding[]; steps: StepLine[]; body: unknown; works: boolean; publishAt?: string; reading?: Reading
}

const FACTS = ['number', 'issuer', 'writtenAt', 'publishedAt', 'validFrom', 'validUntil', 'startsAt', 'endsAt', 'place', 'pinnedUntil'] as const

const factValue = (desk: Desk, value: unknown): string => {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}T/.test(value) ? minuteIn(desk.model.calendar.timeZone, Date.parse(value)) : value
  return value && typeof value === 'object' ? say(wordsOf(value), desk.lang) : ''
}

const factsOfRow = (desk: Desk, row: Row): NoticeDetail['facts'] =>
  FACTS.flatMap((key) => {
    const value = factValue(desk, row[key])
    return value ? [{ label: t(desk.lang, `packages.field.${key}`), value }] : []
  })

const SAID = ['title', 'issuer', 'place'] as const

/** A notice as lines, to be compared: both languages, then what is dated. */
const linesOf = (content: Row | null): string[] => {
  if (!content) return []
  const words = SAID.flatMap((key) => Object.values((content[key] as Record<string, string> | undefined) ?? {}))
  const body = Object.values((content.body as Record<string, unknown> | undefined) ?? {}).flatMap((each) => paragraphsOf(each))
  const rest = Object.entries(content).filter(([key]) => !['title', 'issuer', 'place', 'body', 'code'].includes(key)).map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
  return [...words, ...body, ...rest]
}

const stepLine = (desk: Desk, now: { row: Row; digest: string }, step: StepRow, contents: ReadonlyMap<string, Row>): StepLine => {
  const other = step.digest !== null && step.digest !== now.digest
  const before = step.content ?? contents.get(step.digest ?? '') ?? null
  return {
    id: step.id, act: step.act, level: step.level, round: step.round, who: step.personName || t(desk.lang, 'publishing.bySystem'), at: minuteIn(desk.model.calendar.timeZone, step.at), note: step.note, other,
    ...(other && before ? { differs: diffLines(linesOf(before), linesOf(contentOf(now.row))).filter(({ how }) => how !== 'same') } : {}),
  }
}

const readingOf = async (desk: Desk, id: string, works: boolean): Promise<Reading | undefined> => {
  const notice = (await staffNotices({ payload: desk.payload }, desk.model)).find((row) => row.id === id)
  if (!notice) return undefined
  const given = await confirmations({ payload: desk.payload }, { notice: id })
  const readers = readersOf(desk.model, notice, given, await rolesOf({ payload: desk.payload }, desk.viewer.office))
  const zone = desk.model.calendar.timeZone
  const mine = isConfirmed(notice, desk.viewer.id, given)
  const people = readers.map(({ person, at }) => ({ name: person.name, ...(at === undefined ? {} : { done: minuteIn(zone, at) }) })).sort((one, other) => Number('done' in one) - Number('done' in other) || (one.name < other.name ? -1 : 1))
  return { edition: notice.edition, asked: !mine && readers.some(({ person }) => person.id === desk.viewer.id), ...(mine ? { done: minuteIn(zone, mine.at) } : {}), ...(works && notice.mustRead ? { people } : {}) }
}

type Seen = { chain: ChainRow | undefined; row: Row; works: boolean }

/** Whoever works on notices sees what is written; everybody else what is out for them. */
const lookAt = async (desk: Desk, id: string): Promise<Seen> => {
  const [newest, stored, columns] = [await newestEdition({ payload: desk.payload }, id), await findRow({ payload: desk.payload }, SLUG.notices, { where: { id: { equals: id } } }), await reviewedColumns(desk)]
  if (!newest || !stored || idOf(stored.office) !== desk.viewer.office) throw new DomainError('notFound')
  const works = worksOnNotices(desk, columns)
  if (!works && !(stored._status === 'published' && stored.internal === true)) throw new DomainError('notFound')
  return { chain: await chainOf({ payload: desk.payload }, id), row: works ? newest : (stored as unknown as Row), works }
}

const bodyOf = async (desk: Desk, id: string, draft: boolean): Promise<unknown> =>
  (await desk.payload.findByID({ collection: SLUG.notices, id, draft, depth: 1, locale: desk.lang, overrideAccess: true, disableErrors: true }))?.body

const workPart = async (desk: Desk, { chain, row }: Seen, roles: readonly string[]): Promise<Pick<NoticeDetail, 'acts' | 'findings' | 'steps' | 'refused'>> => {
  const digest = digestOf(row)
  const state = chain ?? { ...freshChain(row._status === 'published' ? 'published' : 'none'), writers: [], digest: null, notice: String(row.id), levels: roles.length }
  const [actor, facts] = [actorOn(desk, state, roles), await factsOn(desk, state as ChainRow, digest)]
  const refused = state.step === 'review' ? refusalOf(state, 'approve', actor, facts) : undefined
  const steps = await stepsOf({ payload: desk.payload }, String(row.id))
  const contents = new Map(steps.flatMap(({ digest: of, content }) => (of && content ? [[of, content] as const] : [])))
  return {
    acts: openActs(state, actor, facts), ...(refused && refused !== 'noRight' ? { refused } : {}),
    findings: state.step === 'done' ? [] : await findingsOf(desk.req, desk.model, row),
    steps: [...steps].reverse().map((step) => stepLine(desk, { row, digest }, step, contents)),
  }
}

type Column = { name: string; roles: string[]; internal: boolean }

const NO_COLUMN: Column = { name: '', roles: [], internal: false }

const roleNames = async (desk: Desk, codes: readonly string[]): Promise<string[]> => {
  const roles = await findRows({ payload: desk.payload }, SLUG.roles, { where: { and: [{ office: { equals: desk.viewer.office } }, { code: { in: [...codes] } }] } })
  return codes.map((code) => desk.say(wordsOf(roles.find((role) => role.code === code)?.name)) || code)
}

const standing = ({ chain, row }: Seen): Pick<NoticeDetail, 'state' | 'level' | 'revision'> =>
  chain ? { state: stateOf(chain), level: chain.level, revision: chain.revision } : { state: row._status === 'published' ? 'published' : 'draft', level: 0, revision: 0 }

const links = (desk: Desk, { chain, row }: Seen, { internal }: Column): Pick<NoticeDetail, 'editHref' | 'publicHref'> => ({
  ...(desk.holds('content.edit') ? { editHref: `/admin/collections/notices/${String(row.id)}` } : {}),
  ...(!internal && chain?.live !== 'withdrawn' && row.publishedAt ? { publicHref: `/notices/${String(row.code)}` } : {}),
})

/** One notice on its way, or one to be read. Errors: `notFound`. */
export const noticeDetail = async (desk: Desk, id: string): Promise<NoticeDetail> => {
  const seen = await lookAt(desk, id)
  const { chain, row, works } = seen
  const column = (await reviewedColumns(desk)).get(idOf(row.column) ?? '') ?? NO_COLUMN
  const reading = await readingOf(desk, id, works)
  return {
    id, title: desk.say(wordsOf(row.title)), column: column.name, ...standing(seen), roles: await roleNames(desk, column.roles), href: noticeHref(id), ...links(desk, seen, column),
    facts: factsOfRow(desk, row), body: await bodyOf(desk, id, works), works, ...(reading ? { reading } : {}),
    ...(chain?.publishAt ? { publishAt: minuteIn(desk.model.calendar.timeZone, Date.parse(chain.publishAt)) } : {}),
    ...(works ? await workPart(desk, seen, column.roles) : { acts: [], findings: [], steps: [] }),
  }
}
