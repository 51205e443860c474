import type { Where } from 'payload'
import type { AccessFilter, FilterRow } from '../domain/access/types'
import { rangeOf } from './range'

const rowToWhere = (row: FilterRow, at: (field: string) => string): Where => {
  const all: Where[] = []
  if (row.unitPath) all.push(within(at('path'), row.unitPath))
  if (row.team) all.push({ [at('participants')]: { contains: `|t:${row.team}|` } })
  if (row.person) all.push({ [at('participants')]: { contains: `|p:${row.person}|` } })
  if (row.categoryPaths) all.push({ or: row.categoryPaths.map((path) => within(at('categoryPath'), path)) })
  if (row.confidentiality) all.push({ [at('confidentiality')]: { equals: row.confidentiality } })
  return { and: all }
}

const within = (field: string, path: string): Where => {
  const { from, below } = rangeOf(path)
  return { and: [{ [field]: { greater_than_equal: from } }, { [field]: { less_than: below } }] }
}

/** The access filter in Payload's words. `prefix` names the relation to the matter for rows that belong to one. */
export const toWhere = (filter: AccessFilter, prefix = ''): Where | boolean => {
  if (filter.kind === 'never' || filter.rows.length === 0) return false
  const at = (field: string) => (prefix ? `${prefix}.${field}` : field)
  return {
    and: [{ [at('office')]: { equals: filter.office } }, { or: filter.rows.map((row) => rowToWhere(row, at)) }],
  }
}
