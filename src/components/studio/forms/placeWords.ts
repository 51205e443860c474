export type Place = 'form' | 'register'

/** The dictionary with the words of a place, `studioForms.<place>.…`, over the form's own. */
export const wordsOf = (place: Place, words: Record<string, string>): Record<string, string> => {
  const head = `studioForms.${place}.`
  const own = Object.entries(words).flatMap(([key, text]) => (key.startsWith(head) ? [[`studioForms.${key.slice(head.length)}`, text] as const] : []))
  return own.length > 0 ? { ...words, ...Object.fromEntries(own) } : words
}
