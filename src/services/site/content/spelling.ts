import { pinyin, polyphonic } from 'pinyin-pro'
import { normaliseText } from '@/domain/matter/text'
import type { Spelled } from '@/domain/services/match'

const HAN = /\p{Script=Han}/u

/** Texts are spelled once: guides and their everyday words change seldom. */
const kept = new Map<string, Spelled>()
const MOST_KEPT = 20_000

/** Reading of signs that sound in more than one way, where it is not the one their neighbours ask for: 行 as xing in 银行. */
const otherReading = (sign: string, usual: string): string => (polyphonic(sign, { toneType: 'none', type: 'array', v: true })[0] ?? []).find((reading) => reading !== usual) ?? usual

const spelledOf = (text: string): Spelled => {
  const signs = Array.from(text)
  if (!signs.some((sign) => HAN.test(sign))) return { text, full: [text], initials: [] }
  const usual = pinyin(text, { toneType: 'none', type: 'array', v: true })
  const other = signs.length === usual.length ? usual.map((reading, at) => (HAN.test(signs[at] ?? '') ? otherReading(signs[at] ?? '', reading) : reading)) : usual
  const ways = [usual, other]
  return { text, full: [...new Set(ways.map((way) => way.join('')))], initials: [...new Set(ways.map((way) => way.map((sound) => sound.charAt(0)).join('')))] }
}

/** A text as it may be typed: its signs, their sounds without tones (ü as v), and the first letters of these. White space is left out. */
export const spell = (text: string): Spelled => {
  const plain = normaliseText(text).replace(/\s+/g, '')
  const known = kept.get(plain)
  if (known) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const made = spelledOf(plain)
  kept.set(plain, made)
  return made
}
