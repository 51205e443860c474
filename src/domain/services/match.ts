/** A text in the ways people may write it: as it is, by the sounds of its signs, and by their initials. All without spaces, in lower case. */
export type Spelled = { text: string; full: readonly string[]; initials: readonly string[] }

/** How well a query fits; more is better, 0 is not at all. */
export type Score = number

const SCORES = { whole: 100, starts: 80, holds: 60, slip: 20 } as const

const LATIN = /^[a-z0-9]+$/

/** Shortest Latin query that may be initials (two signs), and that may be mistyped in one place. */
const INITIALS_FROM = 2
const SLIP_FROM = 5
/** Shortest Chinese query in which one sign may be wrong, missing or too many. */
const SLIP_FROM_SIGNS = 3

/** Whether two texts differ in at most one place: one sign wrong, missing, too many, or two neighbours turned. */
export const isOneSlip = (one: string, other: string): boolean => {
  const [left, right] = [[...one], [...other]]
  if (Math.abs(left.length - right.length) > 1) return false
  let at = 0
  while (at < left.length && at < right.length && left[at] === right[at]) at += 1
  const rest = (list: string[], from: number): string => list.slice(from).join('')
  if (left.length === right.length) {
    const turned = left[at] === right[at + 1] && left[at + 1] === right[at] && rest(left, at + 2) === rest(right, at + 2)
    return turned || rest(left, at + 1) === rest(right, at + 1)
  }
  return left.length > right.length ? rest(left, at + 1) === rest(right, at) : rest(left, at) === rest(right, at + 1)
}

/** Whether a text holds the query with one slip: each stretch of about its length is looked at. */
const holdsWithSlip = (text: string, query: string): boolean => {
  const [signs, length] = [[...text], [...query].length]
  for (let size = Math.max(1, length - 1); size <= length + 1; size += 1)
    for (let from = 0; from + size <= signs.length; from += 1) if (isOneSlip(signs.slice(from, from + size).join(''), query)) return true
  return false
}

const byText = (text: string, query: string): Score => {
  if (text === query) return SCORES.whole
  if (text.startsWith(query)) return SCORES.starts
  return text.includes(query) ? SCORES.holds : 0
}

const bySound = ({ full, initials }: Spelled, query: string): Score => {
  const sounds = Math.max(0, ...full.map((sound) => byText(sound, query)))
  const letters = query.length >= INITIALS_FROM ? Math.max(0, ...initials.map((letter) => byText(letter, query))) : 0
  // What is spelled out says more than letters that many words share.
  return Math.max(sounds, letters > 0 ? letters - 5 : 0)
}

const mayHoldASlip = (query: string): boolean => (LATIN.test(query) ? query.length >= SLIP_FROM : [...query].length >= SLIP_FROM_SIGNS)

const withSlip = ({ text, full }: Spelled, query: string): Score =>
  mayHoldASlip(query) && (LATIN.test(query) ? full : [text]).some((way) => holdsWithSlip(way, query)) ? SCORES.slip : 0

/** How well one word of a query fits one text: whole, at its beginning, within; by its signs, its sounds or their initials; or, where `slips` are forgiven, with one. */
export const wordScore = (spelled: Spelled, query: string, slips = true): Score => {
  if (query === '') return 0
  const plain = Math.max(byText(spelled.text, query), LATIN.test(query) ? bySound(spelled, query) : 0)
  return plain > 0 || !slips ? plain : withSlip(spelled, query)
}

/** A text to be found by, and how much a hit in it counts. */
export type Weighed = { spelled: Spelled; weight: number }

/** How well a whole query fits a row of texts: every word of it must be found in one of them, and the best place of each counts. */
export const queryScore = (texts: readonly Weighed[], words: readonly string[], slips = true): Score => {
  const each = words.map((word) => Math.max(0, ...texts.map(({ spelled, weight }) => wordScore(spelled, word, slips) * weight)))
  return each.length === 0 || each.includes(0) ? 0 : each.reduce((sum, score) => sum + score, 0)
}
