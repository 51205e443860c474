import { EMERGENCY_WORDS } from './emergencyWords'
import { normaliseText } from './text'

/** Whether a text speaks of an emergency, which belongs to the telephone (110, 119, 120) and not to a form. */
export const speaksOfEmergency = (text: string): boolean => {
  const words = normaliseText(text)
  return EMERGENCY_WORDS.some((word) => words.includes(word))
}
