import { scanText } from '../privacy/scan'
import type { SafePattern } from './types'

/** One repeated character class each, without nesting or alternation of repeats: matching time grows with the length, no faster. */
const SHAPES: Record<Exclude<SafePattern, 'plateless'>, RegExp> = {
  digits: /^\d+$/,
  postcodeCN: /^\d{6}$/,
  time24: /^(?:[01]\d|2[0-3]):[0-5]\d$/,
  lettersDigits: /^[A-Za-z0-9]+$/,
  houseNumber: /^(?=.{0,40}$)[A-Za-z甲乙丙丁东南西北中副附号楼单元层室栋座幢门院排区#-]*\d[\dA-Za-z甲乙丙丁东南西北中副附号楼单元层室栋座幢门院排区#-]*$/u,
}

/** Whether a text fits a pattern of the list. `plateless`: it holds no vehicle plate. */
export const matchesPattern = (pattern: SafePattern, text: string): boolean =>
  pattern === 'plateless' ? !scanText(text).some(({ kind }) => kind === 'plate') : SHAPES[pattern].test(text)
