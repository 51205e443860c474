import type { EntryQuery } from '../../../services/registers/view'

/** A query as an address carries it. */
export const queryParams = ({ text, unit, state, review, fields = {}, sort }: EntryQuery): URLSearchParams => {
  const found = new URLSearchParams()
  for (const [name, value] of Object.entries({ text, unit, state, review, sort })) if (value) found.set(name, value)
  for (const [key, value] of Object.entries(fields)) if (value) found.set(`q.${key}`, value)
  return found
}

export const hrefWith = (path: string, query: EntryQuery): string => {
  const text = queryParams(query).toString()
  return text ? `${path}?${text}` : path
}

/** Whether a query narrows anything. Order does not. */
export const narrows = ({ text, unit, state, review, fields = {} }: EntryQuery): boolean => Boolean(text ?? unit ?? state ?? review) || Object.keys(fields).length > 0

/** The sort after a column's head is pressed: up, then down. */
export const turned = (sort: string | undefined, column: string): string => ((sort ?? 'title') === column ? `-${column}` : column)

export const ariaSort = (sort: string | undefined, column: string): 'ascending' | 'descending' | undefined => {
  const now = sort ?? 'title'
  if (now === column) return 'ascending'
  return now === `-${column}` ? 'descending' : undefined
}
