import { codePoints, normaliseText } from './text'

/** A category as far as suggesting needs it. `depth` 0 is the top of the tree. */
export type SuggestibleCategory = { code: string; depth: number; keywords: readonly string[] }

export type CategorySuggestion = {
  code: string
  score: number
  /** The keywords found in the text, in the order they stand there: the why. */
  matched: string[]
}

type Found = { keyword: string; word: string; at: number }

const LATIN = /^[\p{Script=Latin}\p{N}' -]+$/u
const isWordChar = (char: string | undefined) => char !== undefined && /[\p{Script=Latin}\p{N}]/u.test(char)

/** Chinese keywords match anywhere, Latin ones as whole words: "tap" is not in "tape". */
const positionOf = (text: string, word: string): number => {
  if (!LATIN.test(word)) return text.indexOf(word)
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isWordChar(text[at - 1]) && !isWordChar(text[at + word.length])) return at
  }
  return -1
}

const findKeywords = (text: string, keywords: readonly string[]): Found[] => {
  const found = new Map<string, Found>()
  for (const keyword of keywords) {
    const word = normaliseText(keyword)
    const at = word ? positionOf(text, word) : -1
    if (at >= 0 && !found.has(word)) found.set(word, { keyword, word, at })
  }
  // "灯" says nothing beside "路灯": only the longest of nested keywords counts.
  const all = [...found.values()]
  return all
    .filter(({ word }) => !all.some((other) => other.word !== word && other.word.includes(word)))
    .sort((a, b) => a.at - b.at || (a.word < b.word ? -1 : 1))
}

const usesOf = (categories: readonly SuggestibleCategory[]): Map<string, number> => {
  const uses = new Map<string, number>()
  for (const category of categories) {
    for (const word of new Set(category.keywords.map(normaliseText))) uses.set(word, (uses.get(word) ?? 0) + 1)
  }
  return uses
}

/**
 * Likely categories of a text, best first, at most `limit` (3). A longer keyword weighs more, one that many categories
 * share weighs less; equal scores go to the deeper category, then by code. Only a proposal: a person chooses.
 */
export const suggestCategories = (
  { text, categories, limit = 3 }: { text: string; categories: readonly SuggestibleCategory[]; limit?: number },
): CategorySuggestion[] => {
  const words = normaliseText(text)
  const uses = usesOf(categories)
  return categories
    .map((category) => ({ category, found: findKeywords(words, category.keywords) }))
    .filter(({ found }) => found.length > 0)
    .map(({ category, found }) => ({
      code: category.code,
      depth: category.depth,
      score: found.reduce((sum, { word }) => sum + codePoints(word) / (uses.get(word) ?? 1), 0),
      matched: found.map(({ keyword }) => keyword),
    }))
    .sort((a, b) => b.score - a.score || b.depth - a.depth || (a.code < b.code ? -1 : 1))
    .slice(0, limit)
    .map(({ code, score, matched }) => ({ code, score, matched }))
}
