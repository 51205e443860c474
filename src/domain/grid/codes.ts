import { DomainError } from '../errors'

/**
 * How an office codes its units. 15 digits: region 6, street 3, community 3, number 3; 14 digits have a number of 2
 * (GB/T 30428.1). Units above the last level carry the front part of such a code: 6, 9 or 12 digits. `free` is the
 * office's own habit: letters, digits, "-", "_" and ".", up to 40 characters.
 */
export const CODE_PATTERNS = ['digits14', 'digits15', 'free'] as const
export type CodePattern = (typeof CODE_PATTERNS)[number]

export type CodeIssue = 'codeEmpty' | 'codeCharacters' | 'codeLength' | 'codeNotBelowParent'

const LENGTHS: Record<Exclude<CodePattern, 'free'>, readonly number[]> = { digits14: [6, 9, 12, 14], digits15: [6, 9, 12, 15] }
const FREE = /^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$/

const checkDigits = (code: string, lengths: readonly number[], parentCode: string | undefined): CodeIssue | undefined => {
  if (!/^\d+$/.test(code)) return 'codeCharacters'
  if (!lengths.includes(code.length)) return 'codeLength'
  const below = parentCode === undefined || (code.startsWith(parentCode) && code.length > parentCode.length)
  return below ? undefined : 'codeNotBelowParent'
}

/** What is wrong with a unit's code, or undefined. Digit codes must continue the parent's; free ones need not. */
export const checkCode = (input: { code: string; pattern: CodePattern; parentCode?: string }): CodeIssue | undefined => {
  const { code, pattern, parentCode } = input
  if (code === '') return 'codeEmpty'
  if (pattern !== 'free') return checkDigits(code, LENGTHS[pattern], parentCode)
  if (code.length > 40) return 'codeLength'
  return FREE.test(code) ? undefined : 'codeCharacters'
}

/** Smallest number of a width above all taken ones; codes of closed units are taken too and are never given again. */
const above = (taken: number[], width: number): string | undefined => {
  const next = String(taken.reduce((max, number) => Math.max(max, number), 0) + 1)
  return next.length > width ? undefined : next.padStart(width, '0')
}

const nextDigits = (parentCode: string, siblings: string[], lengths: readonly number[]): string | undefined => {
  const length = lengths.find((candidate) => candidate > parentCode.length)
  if (!/^\d+$/.test(parentCode) || length === undefined || !lengths.includes(parentCode.length)) return undefined
  const taken = siblings.filter((code) => code.length === length && code.startsWith(parentCode) && /^\d+$/.test(code))
  const number = above(taken.map((code) => Number(code.slice(parentCode.length))), length - parentCode.length)
  return number === undefined ? undefined : parentCode + number
}

const nextFree = (parentCode: string | undefined, siblings: string[]): string => {
  const split = siblings.flatMap((code) => {
    const match = /^(.*?)(\d{1,9})$/.exec(code)
    return match ? [{ stem: match[1] ?? '', digits: match[2] ?? '' }] : []
  })
  // The latest sibling's habit is the one to follow.
  const habit = split.at(-1)
  if (!habit) return parentCode === undefined ? '01' : `${parentCode}-01`
  const like = split.filter(({ stem }) => stem === habit.stem)
  const width = Math.max(...like.map(({ digits }) => digits.length))
  const taken = like.map(({ digits }) => Number(digits))
  return habit.stem + (above(taken, width) ?? above(taken, width + 1) ?? '')
}

/**
 * The code to propose for a new unit below a parent, given all siblings' codes, closed ones too, oldest first. Undefined
 * when a digit pattern leaves nothing to propose: at the top, below a full code, or when the numbers are used up.
 * Free codes go on counting as the newest sibling does. Throws `invalid` when the parent's code does not fit the pattern.
 */
export const nextCode = (input: { pattern: CodePattern; parentCode?: string; siblings: string[] }): string | undefined => {
  const { pattern, parentCode, siblings } = input
  if (pattern === 'free') return nextFree(parentCode, siblings)
  if (parentCode === undefined) return undefined
  if (checkCode({ code: parentCode, pattern })) throw new DomainError('invalid', { reason: 'parentCode' })
  return nextDigits(parentCode, siblings, LENGTHS[pattern])
}

/**
 * As `nextCode`, past codes that are taken elsewhere in the office. Undefined where nothing can be proposed, a parent whose code does not fit the
 * pattern included.
 */
export const proposeCode = (input: { pattern: CodePattern; parentCode?: string; siblings: readonly string[]; taken: ReadonlySet<string> }): string | undefined => {
  const { pattern, parentCode, taken } = input
  if (parentCode !== undefined && checkCode({ code: parentCode, pattern })) return undefined
  const siblings = [...input.siblings]
  for (;;) {
    const code = nextCode({ pattern, siblings, ...(parentCode === undefined ? {} : { parentCode }) })
    if (code === undefined || !taken.has(code)) return code
    siblings.push(code)
  }
}

/** How long a code may be so that the levels below still get numbers; undefined where the office codes freely. The shortest comes first. */
export const roomyLengths = (pattern: CodePattern, levelsBelow: number): number[] | undefined => {
  if (pattern === 'free') return undefined
  const lengths = LENGTHS[pattern]
  return lengths.slice(0, Math.max(1, lengths.length - levelsBelow))
}
