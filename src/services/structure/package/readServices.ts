import { SLUG } from '@/slugs'
import type { Source, StoredRow } from './source'
import { byOrder, closedIn, codeIn, codesIn, compact, isRecord, keywordsIn, listIn, numberIn, numberOr, textIn, wordsIn, wordsOr } from './values'

type Row = Record<string, unknown>

const rowsIn = (value: unknown, row: (item: Row) => Row): Row[] => listIn(value).filter(isRecord).map((item) => compact(row(item)))

const eventOf = (row: StoredRow): Row => compact({ code: row.code, name: wordsOr(row.name, row.code), hint: wordsIn(row.hint), closed: closedIn(row) })

const counterOf = (source: Source, row: StoredRow): Row => compact({
  code: row.code, name: wordsOr(row.name, row.code), unit: codeIn(source, SLUG.units, row.unit), address: wordsIn(row.address), phone: textIn(row.phone), note: wordsIn(row.note), week: isRecord(row.week) ? row.week : undefined,
  slotMinutes: numberOr(row.slotMinutes, 30), capacity: numberOr(row.capacity, 1), leadMinutes: numberOr(row.leadMinutes, 60), horizonDays: numberOr(row.horizonDays, 14), contact: textIn(row.contact) ?? 'optional',
  keepDays: numberOr(row.keepDays, 1), closed: closedIn(row),
})

const WORDS = ['summary', 'basis', 'conditions', 'place', 'body', 'fee', 'legalLimit', 'promisedLimit', 'hours', 'remedy'] as const
const TEXTS = ['phone', 'onlineHref', 'officialCode', 'validFrom', 'validUntil'] as const

const listsOf = (row: StoredRow): Row => ({
  // Pictures are not carried: a package holds no files.
  materials: rowsIn(row.materials, ({ name, form, copies, note, from }) => ({ name: wordsOr(name, '—'), form: form ?? 'original', copies: numberIn(copies), note: wordsIn(note), from: wordsIn(from) })),
  steps: rowsIn(row.steps, ({ title, text }) => ({ title: wordsOr(title, text), text: wordsIn(text) })),
  forms: rowsIn(row.forms, ({ name, href }) => ({ name: wordsOr(name, href), href })),
})

const itemOf = (source: Source, row: StoredRow): Row => compact({
  code: row.code, name: wordsOr(row.name, row.code), aliases: keywordsIn(row.aliases), lifeEvents: codesIn(source, SLUG.lifeEvents, row.lifeEvents), audience: listIn(row.audience), ...listsOf(row),
  ...Object.fromEntries(WORDS.map((field) => [field, wordsIn(row[field])])), ...Object.fromEntries(TEXTS.map((field) => [field, textIn(row[field])])), visits: numberIn(row.visits),
  units: codesIn(source, SLUG.units, row.units), counters: codesIn(source, SLUG.serviceCounters, row.counters), online: textIn(row.online) ?? 'none',
  onlineType: codeIn(source, SLUG.types, row.onlineType), agentType: codeIn(source, SLUG.types, row.agentType),
})

/** Published guides, the groups they stand in, and the counters that can be booked. */
export const readServices = (source: Source): Row => ({
  lifeEvents: byOrder(source.rows(SLUG.lifeEvents)).map(eventOf),
  serviceCounters: byOrder(source.rows(SLUG.serviceCounters)).map((row) => counterOf(source, row)),
  serviceItems: byOrder(source.rows(SLUG.services).filter(({ _status }) => _status === 'published')).map((row) => itemOf(source, row)),
})
