import { COMMON_NUMBERS, COMMON_ROOTS } from './commonWords'

const LEET: Record<string, string> = { '@': 'a', '4': 'a', '8': 'b', '3': 'e', '1': 'i', '!': 'i', '0': 'o', '$': 's', '5': 's', '7': 't', '+': 't', '2': 'z' }

/** The first letter behind every sign that stands for one: p@ssw0rd → password. */
const unleet = (text: string): string => [...text].map((sign) => LEET[sign] ?? sign).join('')

const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p']
const WALKS = [...ROWS, ...ROWS.map((row) => [...row].reverse().join(''))]
const SHORTEST_WALK = 4

const walkAt = (text: string, from: number): number => {
  let best = 0
  for (const row of WALKS) {
    const start = row.indexOf(text.charAt(from))
    let length = 0
    while (start >= 0 && from + length < text.length && start + length < row.length && text.charAt(from + length) === row.charAt(start + length)) length += 1
    best = Math.max(best, length)
  }
  return best >= SHORTEST_WALK ? best : 0
}

const repeatAt = (text: string, from: number): number => {
  let length = 1
  while (text.charAt(from + length) === text.charAt(from) && from + length < text.length) length += 1
  return length >= 3 ? length : 0
}

const numberAt = (text: string, from: number): number => {
  const known = COMMON_NUMBERS.find((digits) => text.startsWith(digits, from))
  const date = /^(?:(?:19|20)\d\d(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))?)/.exec(text.slice(from))?.[0]
  return Math.max(known?.length ?? 0, date?.length ?? 0)
}

/** By their first letter, the longest first: every sign of a text asks. */
const BY_LETTER = new Map([...new Set(COMMON_ROOTS.map((root) => root.charAt(0)))].map((letter) => [letter, COMMON_ROOTS.filter((root) => root.startsWith(letter))]))

const rootAt = (text: string, from: number): number => BY_LETTER.get(text.charAt(from))?.find((root) => text.startsWith(root, from))?.length ?? 0

/** How many signs from here on belong to something everybody uses; digits may be digits, or stand for letters. */
const takenAt = ({ plain, letters }: { plain: string; letters: string }, at: number): number =>
  Math.max(rootAt(plain, at), rootAt(letters, at), walkAt(plain, at), walkAt(letters, at), repeatAt(plain, at), numberAt(plain, at))

const ownSigns = (read: { plain: string; letters: string }): number => {
  let own = 0
  for (let at = 0; at < read.plain.length;) {
    const taken = takenAt(read, at)
    if (taken === 0 && /[\p{L}\p{N}]/u.test(read.plain.charAt(at))) own += 1
    at += Math.max(1, taken)
  }
  return own
}

const ENOUGH = 5

/**
 * Whether a password is made of what everybody uses: a known word, keys side by side, a year or a lucky number, however it is capitalised
 * and whatever signs stand for letters, and fewer than five signs of its own. The first 256 signs are looked at.
 */
export const isCommonPassword = (password: string): boolean => {
  const plain = password.normalize('NFKC').toLowerCase().slice(0, 256)
  return ownSigns({ plain, letters: unleet(plain) }) < ENOUGH
}
