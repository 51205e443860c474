/** What free text may give away. Used to warn staff before publishing and residents before sending; nothing is ever collected from it. */
export const FINDING_KINDS = ['idNumber', 'bankCard', 'phone', 'plate', 'email'] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** A place in the text, as UTF-16 offsets of the text that was given. */
export type Finding = { kind: FindingKind; start: number; end: number; text: string }

/** Digits, letters and signs of one code unit each become half-width, letters upper case: every offset stays where it was. */
const flatten = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[a-z]/g, (char) => char.toUpperCase())
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u3000\u00A0\t]/g, ' ')

const digitsOf = (text: string): string => text.replace(/[^0-9X]/g, '')

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_CHECKS = '10X98765432'

const isDate = (text: string): boolean => {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))]
  if (year < 1850 || year > 2100 || month < 1 || month > 12) return false
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Whether 18 (or, of old, 15) symbols are an identity number: region, birth date, and the check symbol of GB 11643. */
export const isIdNumber = (text: string): boolean => {
  const digits = digitsOf(text)
  if (!/^[1-9]\d{16}[\dX]$|^[1-9]\d{14}$/.test(digits)) return false
  const region = Number(digits.slice(0, 2))
  if (region < 11 || region > 91) return false
  if (digits.length === 15) return isDate(`19${digits.slice(6, 12)}`)
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return isDate(digits.slice(6, 14)) && ID_CHECKS[sum % 11] === digits[17]
}

/** Luhn's check over 16 to 19 digits that begin as bank cards do. */
export const isBankCard = (text: string): boolean => {
  const digits = digitsOf(text)
  if (!/^(?:62|60|4|5[1-5]|9[0-9])\d+$/.test(digits) || digits.length < 16 || digits.length > 19) return false
  const sum = Array.from(digits).reverse().reduce((total, digit, at) => {
    const twice = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return total + (twice > 9 ? twice - 9 : twice)
  }, 0)
  return sum % 10 === 0
}

const hasThreeDigits = (text: string) => digitsOf(text.replace(/X/g, '')).length >= 3
const anything = () => true

type Detector = { kind: FindingKind; shape: RegExp; sound: (text: string) => boolean }

/** Every repeat is bounded and starts only where no digit or letter stands before, so that a long text costs linear time. */
const DETECTORS: Detector[] = [
  { kind: 'idNumber', shape: /(?<![0-9])[1-9](?:[ -]?[0-9]){16}[ -]?[0-9X](?![0-9])/g, sound: isIdNumber },
  { kind: 'idNumber', shape: /(?<![0-9])[1-9](?:[ -]?[0-9]){14}(?![0-9])/g, sound: isIdNumber },
  { kind: 'bankCard', shape: /(?<![0-9])[4-69](?:[ -]?[0-9]){15,18}(?![0-9])/g, sound: isBankCard },
  { kind: 'phone', shape: /(?<![0-9])(?:(?:\+|00)?86[ -]?)?1[3-9][0-9](?:[ -]?[0-9]){8}(?![0-9])/g, sound: anything },
  { kind: 'phone', shape: /(?<![0-9])(?:\(0(?:10|2[0-9]|[3-9][0-9]{2})\)|0(?:10|2[0-9]|[3-9][0-9]{2}))[ -]{0,2}[2-8][0-9]{2,3}[ -]?[0-9]{4}(?![0-9])/g, sound: anything },
  { kind: 'plate', shape: /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-Z][ ·•.-]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳使领](?![A-Z0-9])/g, sound: hasThreeDigits },
  { kind: 'email', shape: /(?<![A-Z0-9._%+-])[A-Z0-9._%+-]{1,64}@[A-Z0-9-]{1,63}(?:\.[A-Z0-9-]{1,63}){1,6}/g, sound: anything },
]

/** Matches of one shape that are sound; after an unsound one the search goes on behind its first character. */
const detect = (flat: string, { shape, sound }: Detector): { start: number; end: number }[] => {
  const spans: { start: number; end: number }[] = []
  const search = new RegExp(shape)
  for (let match = search.exec(flat); match; match = search.exec(flat)) {
    const [start, end] = [match.index, match.index + match[0].length]
    if (sound(match[0])) spans.push({ start, end })
    else search.lastIndex = start + 1
  }
  return spans
}

/** Finds what looks like somebody's number, card, plate or address. In order of place; where two overlap, the more telling one stays. */
export const scanText = (text: string): Finding[] => {
  const flat = flatten(text)
  const found: Finding[] = []
  for (const detector of DETECTORS) {
    for (const { start, end } of detect(flat, detector)) {
      const taken = found.some((other) => start < other.end && other.start < end)
      if (!taken) found.push({ kind: detector.kind, start, end, text: text.slice(start, end) })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The text with everything found in it struck out, for previews and logs. */
export const strikeOut = (text: string): string =>
  scanText(text).reduceRight((rest, { start, end }) => `${rest.slice(0, start)}***${rest.slice(end)}`, text)
