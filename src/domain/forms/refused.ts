import type { Words } from '../words'
import { OTHER_PEOPLE, REFUSED, type RefusedKind } from './refused-words'

export type Refusal = {
  kind: RefusedKind
  /** The words that gave it away, as found. */
  word: string
  why: Words
  instead: Words
}

const zhShape = (sources: readonly string[]) => new RegExp(sources.join('|'), 'u')
const enShape = (sources: readonly string[]) => new RegExp(`(?<![a-z0-9])(?:${sources.join('|')})(?![a-z0-9])`, 'u')

const SHAPES = [
  ...REFUSED.map((group) => ({ group, zh: zhShape(group.zh), en: enShape(group.en) })),
  { group: OTHER_PEOPLE, zh: zhShape(OTHER_PEOPLE.zh), en: enShape(OTHER_PEOPLE.en) },
]

/** "Please do not write…" asks for nothing: only a refusal right before the asking verb counts, "do not forget to write" does not. */
const WARNED = /(?:(?:不要|请勿|切勿|勿|不用|不需要|不需|无需|不必|不会|禁止|严禁|(?:^|请|您|千万)别)(?:在此|在这里|再)?(?:写|填|输入|上传|提供|拍|留|发|说|透露|出现|提交|收集|包含|要求|问|采集|记录)|不(?:收集|要求|采集|记录|问)).*?(?=但|只|$)/u
const WARNED_EN = /\b(?:do not|don't|never|please avoid|without|no need to|need not|we do not|does not) (?:write|enter|give|giving|upload|provide|providing|send|include|including|ask|asking|collect|need|photograph|show|state|add)\b.*$/u

const CLAUSE_END = /[，,。.；;！!？?\n（）()]/u

/** Clauses of a text, lower case, with the parts that warn rather than ask left out. */
const askingClauses = (text: string, mayWarn: boolean): string[] => {
  const clauses = text.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'").split(CLAUSE_END)
  return mayWarn ? clauses.map((clause) => clause.replace(WARNED_EN, '').replace(WARNED, '')) : clauses
}

/**
 * Whether a text asks for what no form may ask. `mayWarn`: help texts may say "please do not write your identity number";
 * a label that names such a thing asks for it.
 */
export const findRefusal = (text: string, { mayWarn }: { mayWarn: boolean }): Refusal | undefined => {
  for (const clause of askingClauses(text, mayWarn)) {
    const tight = clause.replace(/[\s\p{Cf}·_-]+/gu, '')
    const loose = clause.replace(/[\s_-]+/gu, ' ')
    for (const { group, zh, en } of SHAPES) {
      const word = (zh.exec(tight) ?? en.exec(loose))?.[0]
      if (word !== undefined) return { kind: group.kind, word, why: group.why, instead: group.instead }
    }
  }
  return undefined
}
