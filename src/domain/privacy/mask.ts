/** Masking is for display only: it hides from eyes, it does not protect what is stored. */

const STAR = '*'

/** `138****5678`, `010-****1234`. Hotlines of up to six digits belong to nobody and stay; anything else shows its last two digits at most. */
export const maskPhone = (phone: string): string => {
  const text = phone.trim()
  const digits = text.replace(/\D/g, '')
  if (digits.length <= 6) return /^\d{3,6}$/.test(text) ? text : STAR.repeat(4)
  const landline = /^(0[12]\d|0[3-9]\d{2})-?\d{3,4}(\d{4})(?:-\d{1,6})?$/.exec(text)
  if (landline) return `${landline[1]}-****${landline[2]}`
  return digits.length === 11 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-2)}`
}

/** `z***@example.com`: the first character and where it is. What is no address is hidden whole. */
export const maskEmail = (email: string): string => {
  const text = email.trim()
  const at = text.lastIndexOf('@')
  if (at < 1 || at === text.length - 1) return STAR.repeat(4)
  const first = at > 1 ? (Array.from(text)[0] ?? '') : ''
  return `${first}***${text.slice(at)}`
}

const COMPOUND_SURNAME = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|长孙|独孤|南宫|宇文|轩辕)/u

/** `张**`, `欧阳**`, `J*** S***`: the surname or the initials; how long a name is does not show. */
export const maskName = (name: string): string => {
  const text = name.trim().replace(/\s+/g, ' ')
  if (text === '') return ''
  if (!/\p{Script=Han}/u.test(text)) return text.split(' ').slice(0, 3).map((part) => `${Array.from(part)[0] ?? ''}***`).join(' ')
  const points = Array.from(text)
  if (points.length === 1) return STAR.repeat(2)
  const compound = points.length > 2 && COMPOUND_SURNAME.test(text)
  return `${points.slice(0, compound ? 2 : 1).join('')}**`
}

/** Masks whichever of the two it is. */
export const maskContact = (contact: string): string => (contact.includes('@') ? maskEmail(contact) : maskPhone(contact))
