import type { Column, Cond } from './conditions'

/** Text of a statement with its arguments in order. */
export type Sql = { text: string; args: (string | number)[] }

export const NAMES: Record<Column, string> = {
  office: 'office_id', open: 'open', phase: 'phase', step: 'step', path: 'path', categoryPath: 'category_path', participants: 'participants',
  confidentiality: 'confidentiality', ownerUnit: 'owner_unit_id', ownerTeam: 'owner_team_id', ownerPerson: 'owner_person_id', source: 'source_id',
  tags: 'tags', receivedAt: 'received_at', touchedAt: 'touched_at', archivedAt: 'archived_at', dueAt: 'due_at', warnAt: 'warn_at', paused: 'paused',
  returns: 'returns', searchText: 'search_text',
}

const joined = (parts: Sql[], word: ' AND ' | ' OR '): Sql => ({
  text: `(${parts.map(({ text }) => text).join(word)})`,
  args: parts.flatMap(({ args }) => args),
})

type Of<Op extends Cond['op']> = Extract<Cond, { op: Op }>

const range = ({ column, from, below }: Of<'range'>): Sql => {
  const name = NAMES[column]
  const parts: Sql[] = []
  if (from !== undefined) parts.push({ text: `${name} >= ?`, args: [from] })
  if (below !== undefined) parts.push({ text: `${name} < ?`, args: [below] })
  return joined(parts, ' AND ')
}

// instr compares characters as they are: no wildcard, no folding
const contains = ({ column, text }: Of<'contains'>): Sql => ({ text: `instr(${NAMES[column]}, ?) > 0`, args: [text] })

const single = (cond: Of<'empty' | 'filled' | 'true' | 'notTrue'>): Sql => {
  const name = NAMES[cond.column]
  const texts = { empty: `${name} IS NULL`, filled: `${name} IS NOT NULL`, true: `${name} = 1`, notTrue: `${name} IS NOT 1` }
  return { text: texts[cond.op], args: [] }
}

const group = ({ op, of }: Of<'and' | 'or'>): Sql => {
  if (of.length === 0) return { text: op === 'and' ? '1' : '0', args: [] }
  return joined(of.map(toSql), op === 'and' ? ' AND ' : ' OR ')
}

/** A condition in SQLite's words. */
export const toSql = (cond: Cond): Sql => {
  switch (cond.op) {
    case 'eq': return { text: `${NAMES[cond.column]} = ?`, args: [cond.value] }
    case 'in': return { text: `${NAMES[cond.column]} IN (${cond.values.map(() => '?').join(', ')})`, args: [...cond.values] }
    case 'range': return range(cond)
    case 'contains': return contains(cond)
    case 'moreThan': return { text: `${NAMES[cond.column]} > ?`, args: [cond.value] }
    case 'and':
    case 'or': return group(cond)
    default: return single(cond)
  }
}
