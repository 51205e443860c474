import { isCommonPassword } from './common'

const CLASSES = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/]

/** The shortest password where nothing else is set; a system graded level 3 sets 12 (standards of identity, GB/T 22239-2019). */
export const PASSWORD_LEAST = 10

/** How many earlier passwords may not come back. */
export const PASSWORD_HISTORY = 5

export type PasswordProblem = 'short' | 'simple' | 'name' | 'common'

const bare = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s._-]/g, '')

/**
 * What is wrong with a password; null when nothing is. At least `min` characters, three of four classes, none of the person's names,
 * nothing everybody uses (GB/T 22239-2019 identity checks; NIST SP 800-63B for the list).
 */
export const passwordProblem = (password: string, names: readonly string[], min = PASSWORD_LEAST): PasswordProblem | null => {
  if ([...password].length < min) return 'short'
  if (names.map(bare).some((name) => [...name].length >= (/^[\x20-\x7e]*$/.test(name) ? 3 : 2) && bare(password).includes(name))) return 'name'
  if (isCommonPassword(password)) return 'common'
  return CLASSES.filter((kind) => kind.test(password)).length < 3 ? 'simple' : null
}

/** Whether a password is older than it may be. `days` 0: it may be of any age. Times in epoch milliseconds. */
export const passwordTooOld = ({ changedAt, days, now }: { changedAt: number; days: number; now: number }): boolean => days > 0 && now - changedAt > days * 86_400_000
