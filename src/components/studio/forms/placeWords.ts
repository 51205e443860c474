export type Place = 'form' | 'register'

const SPOKEN = ['studioForms', 'studio']

/** The dictionary with the words of a place, such as `studioForms.<place>.…`, over the form's own. */
export const wordsOf = (place: Place, words: Record<string, string>): Record<string, string> => {
  const heads = SPOKEN.map((namespace) => ({ head: `${namespace}.${place}.`, namespace }))
  const own = Object.entries(words).flatMap(([key, text]) => heads.filter(({ head }) => key.startsWith(head)).map(({ head, namespace }) => [`${namespace}.${key.slice(head.length)}`, text] as const))
  return own.length > 0 ? { ...words, ...Object.fromEntries(own) } : words
}
