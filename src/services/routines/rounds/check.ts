import { findRow } from '@/db/rows'
import type { Desk } from '@/services/desk/desk'
import { entryHref } from '@/services/registers/register'
import { SLUG } from '@/slugs'
import { checklistOf } from './fill'
import { makeVM } from './make'
import { checkerOf, checkLine, checksOf, mayCheck, roundHref, roundVM, seenOf, type Round } from './read'
import type { CheckRow } from '../row'
import type { CheckVM } from './view'

/** The next place that is the person's to check, after this one in the order of the list, else from its beginning. */
const nextOf = async (desk: Desk, round: Round, row: CheckRow): Promise<CheckVM['next']> => {
  const checker = checkerOf(desk)
  const all = await checksOf(desk, round)
  const at = all.findIndex(({ id }) => id === row.id)
  const next = [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))].find((check) => check.state === 'open' && mayCheck(desk, round, check, checker))
  return next && { title: next.title, href: `${roundHref(round.run.id)}/${next.id}` }
}

/** One place of a round with its checklist. */
export const checkVM = async (desk: Desk, round: Round, row: CheckRow): Promise<CheckVM> => {
  const { id, title, href, who } = await roundVM(desk, round)
  const form = await checklistOf(desk, row)
  const [line, next, make] = [await checkLine(desk, round, row, checkerOf(desk)), await nextOf(desk, round, row), await makeVM(desk, round, row, form)]
  const entry = await findRow({ payload: desk.payload }, SLUG.entries, { where: { id: { equals: row.entry } }, select: { code: true, address: true } })
  return {
    ...line, ...(entry?.address ? { where: [line.where, entry.address].filter(Boolean).join(' · ') } : {}), round: { id, title, href, open: round.run.state === 'opened', ...(who ? { who } : {}) },
    form, answers: row.answers ?? {}, seen: seenOf(row), entryHref: entryHref(round.register, { code: entry?.code ?? '' }), ...(next ? { next } : {}), ...(make ? { make } : {}),
  }
}
