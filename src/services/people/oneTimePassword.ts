import { randomInt } from 'node:crypto'

const SETS = ['ABCDEFGHJKMNPQRSTUVWXYZ', 'abcdefghjkmnpqrstuvwxyz', '23456789', '-+=_']

/** A password to be typed once and then changed: 16 symbols of four kinds, none that look alike. */
export const oneTimePassword = (): string => {
  const all = SETS.join('')
  const symbols = [...SETS.map((set) => set.charAt(randomInt(set.length))), ...Array.from({ length: 12 }, () => all.charAt(randomInt(all.length)))]
  for (let index = symbols.length - 1; index > 0; index -= 1) {
    const other = randomInt(index + 1)
    const [one, two] = [symbols[index] ?? '', symbols[other] ?? '']
    symbols[index] = two
    symbols[other] = one
  }
  return symbols.join('')
}
