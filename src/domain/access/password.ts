const CLASSES = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/]
const COMMON = ['password', 'qwerty', '12345678', '123456', 'admin', 'letmein', 'iloveyou', 'abc123', '88888888', 'woaini', '5201314']

export type PasswordProblem = 'short' | 'simple' | 'name' | 'common'

/**
 * What is wrong with a password; null when nothing is. At least 10 characters, three of four classes, no name
 * (GB/T 22239-2019 identity checks as the standards page reads them).
 */
export const passwordProblem = (password: string, names: readonly string[]): PasswordProblem | null => {
  if ([...password].length < 10) return 'short'
  const low = password.toLowerCase()
  if (names.some((name) => name.length >= 3 && low.includes(name.toLowerCase()))) return 'name'
  if (COMMON.some((word) => low.includes(word) && low.length - word.length < 6)) return 'common'
  return CLASSES.filter((kind) => kind.test(password)).length < 3 ? 'simple' : null
}
