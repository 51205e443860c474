/** Kinds of telephone number in China (numbering plan): who answers decides where each may be used. */
export type PhoneKind = 'mobile' | 'landline' | 'service' | 'hotline'

/** Words stand in the dictionaries under `form.<fault>`. */
export type ContactFault = 'empty' | 'phoneTooShort' | 'phoneTooLong' | 'areaCodeMissing' | 'notPhone' | 'notEmail' | 'emailTooLong'

export type NormalPhone = { ok: true; phone: string; kind: PhoneKind } | { ok: false; fault: ContactFault; digits?: number }
export type NormalEmail = { ok: true; email: string } | { ok: false; fault: ContactFault }

/** Groups are what dashes stand between. */
const SHAPES: { kind: PhoneKind; shape: RegExp }[] = [
  { kind: 'mobile', shape: /^(1[3-9]\d{9})$/ },
  { kind: 'landline', shape: /^(010|02\d)([2-8]\d{7})(?:x(\d{1,6}))?$/ },
  { kind: 'landline', shape: /^(0[3-9]\d{2})([2-8]\d{6,7})(?:x(\d{1,6}))?$/ },
  { kind: 'service', shape: /^([48]00)(\d{3})(\d{4})$/ },
  { kind: 'hotline', shape: /^(1\d{2}|1[0-2]\d{3}|9[56]\d{3,4}|11[68]\d{3})$/ },
]

/** Country code 86, written as from abroad or put before a mobile number without a sign. */
const COUNTRY = /^(?:\+|00)86-?|^86(?=1[3-9]\d{9}$)/

/** Without the country code; from abroad an area code is dialled without its leading 0, which comes back here. */
const national = (main: string): string => {
  const rest = main.replace(COUNTRY, '')
  return /^(?:\+|00)86/.test(main) && !/^(?:0|1[3-9])/.test(rest) ? `0${rest}` : rest
}

/** Digits alone, with "x" before an extension: takes away what people write between digits. */
const compact = (text: string): string => {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\p{Dash}/gu, '-').replace(/[\s().·/]+/g, '').replace(/转|分机|ext|#/gu, 'x')
  // After an area code and seven or eight digits in a row, one more dash can only lead to an extension.
  const marked = national(plain).replace(/^(0\d{2,3}-?\d{7,8})-(?=\d{1,6}$)/, '$1x')
  return marked.replace(/-/g, '')
}

const faultOf = (number: string): NormalPhone => {
  const digits = number.replace(/\D/g, '').length
  if (!/^\d+(?:x\d+)?$/.test(number) || digits === 0) return { ok: false, fault: 'notPhone' }
  if (/^[2-8]\d{6,7}$/.test(number)) return { ok: false, fault: 'areaCodeMissing', digits }
  if (/^1[3-9]/.test(number) || number.startsWith('0')) {
    if (digits < 11) return { ok: false, fault: 'phoneTooShort', digits }
    if (digits > 12 || (digits > 11 && number.startsWith('1'))) return { ok: false, fault: 'phoneTooLong', digits }
  }
  return { ok: false, fault: 'notPhone', digits }
}

/**
 * A telephone number as it is stored: `13800138000`, `010-65021234`, `010-65021234-801`, `400-810-1234`, `12345`.
 * Forgives +86, full width, spaces, brackets and dashes. A local number without its area code is a fault of its own.
 */
export const normalisePhone = (input: string): NormalPhone => {
  if (input.trim() === '') return { ok: false, fault: 'empty' }
  if (input.length > 64) return { ok: false, fault: 'phoneTooLong' }
  const number = compact(input)
  for (const { kind, shape } of SHAPES) {
    const found = shape.exec(number)
    if (found) return { ok: true, kind, phone: found.slice(1).filter((group) => group !== undefined).join('-') }
  }
  return faultOf(number)
}

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$/i
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i

const isLocal = (local: string) => LOCAL.test(local) && !/^\.|\.\.|\.$/.test(local)

const isDomain = (domain: string): boolean => {
  const labels = domain.split('.')
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '')
}

/** An e-mail address as it is stored: half-width, domain in lower case, the part before the @ as written. */
export const normaliseEmail = (input: string): NormalEmail => {
  const text = input.normalize('NFKC').replace(/\s+/g, '')
  if (text === '') return { ok: false, fault: 'empty' }
  if (text.length > 254) return { ok: false, fault: 'emailTooLong' }
  const at = text.lastIndexOf('@')
  const [local, domain] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1).toLowerCase()]
  return isLocal(local) && isDomain(domain) ? { ok: true, email: `${local}@${domain}` } : { ok: false, fault: 'notEmail' }
}
