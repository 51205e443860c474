import { findRows } from '@/db/rows'
import type { Words } from '@/domain/words'
import { SLUG } from '@/slugs'
import { idOf } from '@/lib/idOf'
import type { Desk } from './desk'
import { actorName } from './matter/events'
import type { EventRow } from './matter/load'
import type { MatterRow } from './view'

type Told = EventRow & { matter: unknown; reason?: Words | null }

const SHOWN = 40

const short = (text: string): string => {
  const letters = [...text.replace(/\s+/g, ' ').trim()]
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : letters.join('')
}

const eventsOf = async (desk: Desk, rows: MatterRow[]): Promise<Told[]> => {
  if (rows.length === 0) return []
  const found = await findRows(desk.req, SLUG.events, { where: { matter: { in: rows.map(({ id }) => id) } }, sort: '-seq' })
  return found as unknown as Told[]
}

const reasonTexts = async (desk: Desk, events: Told[]): Promise<Map<string, string>> => {
  const ids = events.flatMap(({ texts }) => (texts ?? []).filter(({ role }) => role === 'reason').map(({ id }) => id))
  if (ids.length === 0) return new Map()
  const rows = await findRows(desk.req, SLUG.texts, { where: { id: { in: ids } } })
  return new Map(rows.flatMap((row) => (row.text && !row.erasedAt ? [[row.id, row.text] as const] : [])))
}

type Pick = (event: Told) => boolean

/** Of each row the last event that fits, in the words of whoever caused it. Rows without one stay as they are. */
const noted = async (desk: Desk, rows: MatterRow[], fits: Pick): Promise<MatterRow[]> => {
  const events = await eventsOf(desk, rows)
  const last = new Map<string, Told>()
  for (const event of events.filter(fits)) {
    const matter = idOf(event.matter) ?? ''
    if (!last.has(matter)) last.set(matter, event)
  }
  const texts = await reasonTexts(desk, [...last.values()])
  const wordsOf = (event: Told): string => {
    const written = (event.texts ?? []).flatMap(({ id }) => texts.get(id) ?? [])[0]
    if (written) return desk.t('note.said', { who: actorName(event, desk), text: short(written) })
    return event.reason ? short(desk.say(event.reason)) : ''
  }
  return rows.map((row) => {
    const event = last.get(row.id)
    const note = event && wordsOf(event)
    return note ? { ...row, note } : row
  })
}

const came = ({ signals }: Told): boolean => (signals ?? []).some((signal) => signal === 'returned' || signal === 'reopened')

/** Matters that came back, each with who sent it back and what they said. */
export const withReturns = (desk: Desk, rows: MatterRow[]): Promise<MatterRow[]> => noted(desk, rows, came)

/** Matters that nobody has, each with why: what the rules found, or why the last one gave it back. */
export const withWhyNobody = (desk: Desk, rows: MatterRow[]): Promise<MatterRow[]> =>
  noted(desk, rows, (event) => event.action === 'routingProposed' || came(event) || (event.kind === 'transition' && event.stepTo !== event.stepFrom && (event.texts ?? []).some(({ role }) => role === 'reason')))
