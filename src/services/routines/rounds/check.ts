import { findRow } from '@/db/rows'
import { answerLines } from '@/domain/forms/describe'
import { answerTo } from '@/domain/forms/names'
import type { Answers, FormDef } from '@/domain/forms/types'
import type { Desk } from '@/services/desk/desk'
import { entryHref, mayOnEntry } from '@/services/registers/register'
import { formWordsOf } from '@/services/registers/words'
import { SLUG } from '@/slugs'
import { checklistOf } from './fill'
import { makeVM } from './make'
import { photoHref, photosIn } from './photos'
import { checkerOf, checkLine, checksOf, mayCheck, roundHref, roundVM, seenOf, type Round } from './read'
import type { CheckRow } from '../row'
import type { CheckVM, FoundLine } from './view'

/** The next place that is the person's to check, after this one in the order of the list, else from its beginning. */
const nextOf = async (desk: Desk, round: Round, row: CheckRow): Promise<CheckVM['next']> => {
  const checker = checkerOf(desk)
  const all = await checksOf(desk, round)
  const at = all.findIndex(({ id }) => id === row.id)
  const next = [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))].find((check) => check.state === 'open' && mayCheck(desk, round, check, checker))
  return next && { title: next.title, href: `${roundHref(round.run.id)}/${next.id}` }
}

const foundIn = (desk: Desk, form: FormDef, answers: Answers): FoundLine[] => {
  const photos = new Set(photosIn(form, answers))
  return answerLines({ def: form, answers, lang: desk.lang, words: formWordsOf(desk.lang) }).map(({ key, label, text }) => {
    const value = answerTo(answers, key)
    const shown = Array.isArray(value) ? value.filter((id) => photos.has(id)) : []
    return { key, label, text, ...(shown.length > 0 ? { photos: shown.map(photoHref) } : {}) }
  })
}

type EntryFacts = Pick<CheckVM, 'where' | 'entryHref'>

/** What the register knows of the place, its own page only for those who may look into it. */
const entryOf = async (desk: Desk, { register }: Round, { entry: id, path }: CheckRow, where: string | undefined): Promise<EntryFacts> => {
  const entry = await findRow({ payload: desk.payload }, SLUG.entries, { where: { id: { equals: id } }, select: { code: true, address: true } })
  if (!entry) return {}
  const full = [where, entry.address].filter(Boolean).join(' · ')
  return { ...(full ? { where: full } : {}), ...(mayOnEntry(desk, register, 'view', path ?? '') ? { entryHref: entryHref(register, { code: entry.code }) } : {}) }
}

const foundPart = (desk: Desk, row: CheckRow, form: FormDef): Pick<CheckVM, 'form' | 'answers' | 'found' | 'photoSrc'> => {
  const answers = row.answers ?? {}
  return { form, answers, found: row.state === 'done' ? foundIn(desk, form, answers) : [], photoSrc: Object.fromEntries(photosIn(form, answers).map((photo) => [photo, photoHref(photo)])) }
}

/** One place of a round with its checklist. */
export const checkVM = async (desk: Desk, round: Round, row: CheckRow): Promise<CheckVM> => {
  const { id, title, href, who } = await roundVM(desk, round)
  const form = await checklistOf(desk, row)
  const [line, next, make] = [await checkLine(desk, round, row, checkerOf(desk)), await nextOf(desk, round, row), await makeVM(desk, round, row, form)]
  return {
    ...line, ...(await entryOf(desk, round, row, line.where)), round: { id, title, href, open: round.run.state === 'opened', ...(who ? { who } : {}) },
    ...foundPart(desk, row, form), seen: seenOf(row), ...(next ? { next } : {}), ...(make ? { make } : {}),
  }
}
