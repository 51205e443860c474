import { DENIED, DREADED, EMERGENCY_WORDS, HAPPENED, HAZARD, SURE_WORDS } from './emergencyWords'
import { normaliseText } from './text'

/** What stands before a place in the same part of the sentence. */
const clauseBefore = (text: string, at: number): string => text.slice(0, at).split(/[,.!?;:。、…]/u).at(-1) ?? ''

/** Whether the word at this place tells of something that happens, and not of what is feared, denied or to be prevented. When in doubt it does. */
const isTold = (text: string, word: string, at: number): boolean => {
  const before = clauseBefore(text, at)
  const after = text.slice(at + word.length)
  if (DENIED.test(before)) return false
  if (HAPPENED.test(after) || SURE_WORDS.includes(word)) return true
  return !DREADED.test(before) && !HAZARD.test(after)
}

const placesOf = function* (text: string, word: string): Generator<number> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) yield at
}

/**
 * Whether a text speaks of an emergency, which belongs to the telephone (110, 119, 120) and not to a form. Fear of a fire is
 * none, a fire is; one word that is told is enough, whatever else is feared.
 */
export const speaksOfEmergency = (text: string): boolean => {
  const words = normaliseText(text)
  return EMERGENCY_WORDS.some((word) => [...placesOf(words, word)].some((at) => isTold(words, word, at)))
}
