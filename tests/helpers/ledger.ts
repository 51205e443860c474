import type { Payload } from 'payload'
import { findRows } from '@/db/rows'
import { SLUG } from '@/slugs'
import { grouped } from './books'

/** A report as it was acknowledged to its sender. */
export type Acknowledged = { text: string; code: string; photos: number }

/** A write as it was acknowledged to its author; `by` is a user name. */
export type Written = { matter: string; revision: number; action: string; by: string }

export type Ledger = { sent: readonly Acknowledged[]; written: readonly Written[]; /** Reports that were begun and never acknowledged: they may be there once. */ open?: readonly string[] }

/** What the ledger of the clients and the database do not agree on. `lost`: acknowledged and not there; `doubled`: there more than once, or never asked for. */
export type Disagreement = { lost: string[]; doubled: string[] }

const plainCode = (code: string): string => code.replaceAll(/[^A-Z0-9]/gi, '').toUpperCase()

const reportsIn = async (payload: Payload, { sent, open = [] }: Ledger): Promise<Disagreement> => {
  const matters = await findRows({ payload }, SLUG.matters)
  const byText = grouped(matters, ({ text }) => text ?? '')
  const photos = grouped(await findRows({ payload }, SLUG.attachments, { where: { matter: { exists: true } } }), ({ matter }) => String(matter))
  const lost = sent.flatMap(({ text, code, photos: wanted }) => {
    const matter = byText.get(text)?.find((row) => plainCode(row.receiptCode ?? '') === plainCode(code))
    if (!matter) return [`report ${code} (${text}) is not there`]
    return (photos.get(matter.id)?.length ?? 0) < wanted ? [`report ${code} has lost a photo`] : []
  })
  const known = new Set([...sent.map(({ text }) => text), ...open])
  const doubled = [...byText].flatMap(([text, rows]) => [
    ...(rows.length > 1 ? [`report "${text}" is there ${rows.length} times`] : []),
    ...(known.has(text) ? [] : [`report "${text}" was sent by nobody`]),
  ])
  return { lost, doubled }
}

const writesIn = async (payload: Payload, { written }: Ledger): Promise<Disagreement> => {
  const names = new Map((await findRows({ payload }, SLUG.users)).map(({ id, username }) => [id, username]))
  const events = grouped(await findRows({ payload }, SLUG.events), ({ matter, seq }) => `${String(matter)} ${seq}`)
  const lost = written.flatMap(({ matter, revision, action, by }) => {
    const there = events.get(`${matter} ${revision}`)?.some((event) => event.action === action && names.get(String(event.actor)) === by)
    return there ? [] : [`${action} by ${by} as revision ${revision} of ${matter} is not there`]
  })
  return { lost, doubled: [...events].flatMap(([place, rows]) => (rows.length > 1 ? [`event ${place} is there ${rows.length} times`] : [])) }
}

/** Holds what the clients were told against what the database has. */
export const disagreement = async (payload: Payload, ledger: Ledger): Promise<Disagreement> => {
  const [reports, writes] = [await reportsIn(payload, ledger), await writesIn(payload, ledger)]
  return { lost: [...reports.lost, ...writes.lost], doubled: [...reports.doubled, ...writes.doubled] }
}
