import type { PayloadRequest } from 'payload'
import { countRows, findRows, type RowRequest } from '@/db/rows'
import type { RowChange } from '@/domain/package/diff'
import { isList, nameOf, type AnyRow, type ListSection, type Section } from '@/domain/package/sections'
import type { Lang, Words } from '@/domain/words'
import { SLUG } from '@/slugs'
import { bookOfPackages } from '../changes/told/book'
import { rowTold } from '../changes/told/row'
import type { Told } from '../changes/told'
import { subjectOf, usesOf, type Use } from '../uses'
import type { Comparison } from './plan'
import type { Fate, Removal } from './removals'
import { TABLE_OF } from './target'

/** One thing that an import changes, as it is kept until somebody has decided. */
export type DiffLine = {
  section: Section
  key: string
  name?: Words
  kind: RowChange['kind']
  /** What differs, as its editor would say it, in each language; missing in comparisons kept by earlier releases. */
  told?: Record<Lang, Told[]>
  /** How many values more differ. */
  more: number
  fate?: Fate
  uses?: Use[]
  /** Open matters that stay on the version they began with. */
  flight?: number
}

export type ImportDiff = { lines: DiffLine[]; counts: { added: number; changed: number; removed: number; inUse: number } }

const MOST_VALUES = 30
const MOST_USES = 60

const FLIGHT: Partial<Record<Section, { kind: 'form' | 'workflow'; field: string }>> = { forms: { kind: 'form', field: 'formVersion' }, workflows: { kind: 'workflow', field: 'workflowVersion' } }

const flightOf = async (req: RowRequest, office: string, { section, key, kind }: RowChange): Promise<number> => {
  const of = FLIGHT[section]
  if (!of || kind !== 'changed') return 0
  const versions = await findRows(req, SLUG.definitions, { where: { and: [{ office: { equals: office } }, { kind: { equals: of.kind } }, { code: { equals: key } }] }, select: { code: true } })
  return versions.length === 0 ? 0 : countRows(req, SLUG.matters, { and: [{ [of.field]: { in: versions.map(({ id }) => id) } }, { open: { equals: true } }] })
}

const usesFor = async (req: RowRequest, section: ListSection, id: string): Promise<Use[]> => {
  const subject = await subjectOf(req as PayloadRequest, TABLE_OF[section], id)
  return subject ? usesOf(req as PayloadRequest, TABLE_OF[section], subject) : []
}

/** What becomes of a row that goes, and where it is used: asked for the first of them, since each asks every collection. */
const askedFor = (req: RowRequest, gone: ReadonlyMap<string, Removal>) => {
  let asked = 0
  return async ({ section, key, kind }: RowChange): Promise<Pick<DiffLine, 'fate' | 'uses'>> => {
    const removal = kind === 'removed' && isList(section) ? gone.get(`${TABLE_OF[section]}:${key}`) : undefined
    if (!removal || !isList(section)) return {}
    if (removal.fate === 'removed' || asked >= MOST_USES) return { fate: removal.fate }
    asked += 1
    return { fate: removal.fate, uses: await usesFor(req, section, removal.row.id) }
  }
}

const nameIn = ({ section, before, after }: RowChange): Words | undefined => (isList(section) ? nameOf((after ?? before) as AnyRow) : undefined)

/** What a comparison found, line by line, short enough to be kept and shown. */
export const linesOf = async (req: RowRequest, office: string, { before, after, changes, removals }: Comparison): Promise<ImportDiff> => {
  const book = bookOfPackages(before, after)
  const toldIn = (lang: Lang, change: RowChange): Told[] => rowTold(change, { lang, book })
  const gone = new Map(removals.map((removal) => [`${removal.slug}:${removal.row.code ?? removal.row.date}`, removal]))
  const asked = askedFor(req, gone)
  const lines: DiffLine[] = []
  for (const change of changes) {
    const { section, key, kind } = change
    const [flight, name, zh] = [await flightOf(req, office, change), nameIn(change), toldIn('zh', change)]
    lines.push({
      section, key, kind, told: { zh: zh.slice(0, MOST_VALUES), en: toldIn('en', change).slice(0, MOST_VALUES) }, more: Math.max(0, zh.length - MOST_VALUES),
      ...(name ? { name } : {}), ...(await asked(change)), ...(flight > 0 ? { flight } : {}),
    })
  }
  const count = (kind: RowChange['kind']): number => lines.filter((line) => line.kind === kind).length
  return { lines, counts: { added: count('added'), changed: count('changed'), removed: count('removed'), inUse: lines.filter(({ fate }) => fate === 'closed' || fate === 'kept').length } }
}
