import { SLUG } from '@/slugs'
import { codeOfRow, type Carried, type Source, type StoredRow } from './source'
import type { Plan } from './write'

/** The structure as it would be with a plan written, without writing it. */
export const overlaid = (source: Source, { writes, quiet, versions }: Plan): Source => {
  const all = [...writes, ...quiet]
  const rows = (slug: Carried): StoredRow[] => {
    const own = new Map(all.filter((write) => write.slug === slug).map((write) => [write.id, write]))
    const old = source.rows(slug).flatMap((row) => { const write = own.get(row.id); return write ? (write.after ? [write.after] : []) : [row] })
    const fresh = [...own.values()].flatMap(({ before, after }) => (!before && after ? [after] : []))
    return slug === SLUG.definitions ? [...old, ...fresh, ...versions] : [...old, ...fresh]
  }
  const tables = new Map<Carried, { rows: StoredRow[]; byId: Map<string, StoredRow>; byCode: Map<string, StoredRow> }>()
  const table = (slug: Carried) => {
    const known = tables.get(slug)
    if (known) return known
    const own = rows(slug)
    const made = { rows: own, byId: new Map(own.map((row) => [row.id, row])), byCode: new Map(own.map((row) => [codeOfRow(row), row])) }
    tables.set(slug, made)
    return made
  }
  const office = all.find(({ slug }) => slug === SLUG.offices)?.after ?? source.office
  return { office, newest: source.newest, rows: (slug) => table(slug).rows, byId: (slug, id) => table(slug).byId.get(id), byCode: (slug, code) => table(slug).byCode.get(code) }
}
