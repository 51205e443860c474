/** Words a person reads, in the portal's two languages. `en` may be missing: readers fall back to `zh`. */
export type Words = { zh: string; en?: string }

export type Lang = 'zh' | 'en'

/** The words in one language, falling back to Chinese. */
export const say = (words: Words | undefined, lang: Lang): string => words?.[lang] || words?.zh || ''
