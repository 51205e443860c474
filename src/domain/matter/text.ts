/** Controls, lone surrogates, bidirectional overrides and zero-width marks: they show nothing and can make a text read otherwise than it is. */
const INVISIBLE = /(?![\t\n])\p{Cc}|\p{Cs}|[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu
const LINE_ENDS = /\r\n?|\u2028|\u2029|\u0085/g

/** Length in code points, so that an emoji's or a rare character's two halves count once. */
export const codePoints = (text: string): number => Array.from(text).length

/** The first `max` code points. */
export const firstCodePoints = (text: string, max: number): string => Array.from(text.slice(0, max * 2)).slice(0, max).join('')

const inWord = (char: string | undefined): boolean => char !== undefined && /[\p{Script=Latin}\p{N}'’-]/u.test(char)

/** At most `max` code points from the start, without half a Latin word at the end, unless nearly all of it is that word. */
export const cutAtWord = (text: string, max: number): string => {
  const head = firstCodePoints(text, max)
  if (head.length === text.length || !inWord(text[head.length]) || !inWord(head.at(-1))) return head.trimEnd()
  const space = head.lastIndexOf(' ')
  return (space >= head.length / 2 ? head.slice(0, space) : head).trimEnd()
}

const withoutInvisible = (text: string) => text.replace(LINE_ENDS, '\n').replace(INVISIBLE, '').normalize('NFC')

/** Text of several lines as it is kept: NFC, line ends as \n, nothing invisible, at most one empty line in a row. Full-width punctuation stays. */
export const cleanText = (text: string): string =>
  withoutInvisible(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** Text of one line as it is kept: as `cleanText`, with every run of white space made one space. */
export const cleanLine = (text: string): string => withoutInvisible(text).replace(/\s+/g, ' ').trim()

/** Text as it is compared and searched, never shown: NFKC (full-width becomes half-width), lower case, white space collapsed. */
export const normaliseText = (text: string): string =>
  withoutInvisible(text).normalize('NFKC').toLowerCase().normalize('NFKC').replace(/\s+/g, ' ').trim()

const SENTENCE_END = /[。！？!?；;\n]|\.(?=\s|$)/u

/** A greeting says nothing of the matter, however often it comes first. */
const GREETING = /^(各位|大家|领导|工作人员|同志|街道)*(们)?(您|你)?们?好(啊|呀)?$|^(请问|麻烦问一下|hello|hi|dear .{1,30}|good (morning|afternoon|evening))$/iu

/** Most code points of a title (and of one made from the text). */
export const TITLE_MAX = 40

/**
 * A matter's title: the one given, else the first sentence of its text, cut at a comma or with "…" when longer than
 * `TITLE_MAX` code points. A greeting is passed over. Empty only when both are empty.
 */
export const titleOf = (input: { title?: string; text: string }): string => {
  const given = cleanLine(input.title ?? '')
  if (given) return shorten(given)
  const sentences = cleanText(input.text).split(SENTENCE_END).map(openingOf).filter((sentence) => sentence.length > 0)
  return shorten(sentences.find((sentence) => !GREETING.test(sentence)) ?? sentences[0] ?? cleanLine(input.text))
}

/** A sentence without the greeting it begins with: "您好，路灯坏了" is about the lamp. */
const openingOf = (sentence: string): string => {
  const line = cleanLine(sentence)
  const comma = line.search(/[，,]/)
  return comma > 0 && GREETING.test(line.slice(0, comma)) ? line.slice(comma + 1).trim() || line : line
}

const shorten = (line: string): string => {
  if (codePoints(line) <= TITLE_MAX) return line
  const head = firstCodePoints(line, TITLE_MAX - 1)
  const comma = [...head.matchAll(/[，,、]/gu)].at(-1)?.index ?? -1
  return comma >= TITLE_MAX / 2 ? head.slice(0, comma) : `${cutAtWord(line, TITLE_MAX - 1)}…`
}

const RUNS = /(?<han>\p{Script=Han}+)|(?<word>[\p{L}\p{N}]+?)(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu

const bigrams = (run: string): string[] => {
  const points = Array.from(run)
  if (points.length === 1) return points
  return points.slice(1).map((point, at) => `${points[at]}${point}`)
}

/**
 * Search tokens of a text, each once, in order of appearance: two-character pieces of Chinese runs (a lone character stays
 * as it is), Latin words and numbers whole. The same function makes the index and the query.
 */
export const searchTokens = (text: string): string[] => {
  const tokens = new Set<string>()
  for (const { groups } of normaliseText(text).matchAll(RUNS)) {
    if (groups?.han) for (const piece of bigrams(groups.han)) tokens.add(piece)
    else if (groups?.word) tokens.add(groups.word)
  }
  return [...tokens]
}
