import type { Words } from '../words'
import { BUSINESS, CLAUSE_END, EN, EN_FIELD, EN_NAME, ONLY_STAFF, WARNED, WHY, ZH, ZH_FIELD, ZH_NAME, type PeopleKind } from './residentWords'
import { simplified } from './signWords'

export { PEOPLE_KINDS, type PeopleKind } from './residentWords'

export type PeopleRefusal = { kind: PeopleKind; word: string; why: Words; instead: Words }

/** What is put between two signs to make a word look like another. */
const BETWEEN = /[\s\p{Cf}·_\-/\\.+*|]+/gu

const found = (shapes: readonly [PeopleKind, RegExp][], text: string): { kind: PeopleKind; word: string } | undefined => {
  for (const [kind, shape] of shapes) {
    const word = shape.exec(text)?.[0]
    if (word !== undefined) return { kind, word }
  }
  return undefined
}

/** What a text is: a register's own name and a field's label say more by themselves than a sentence does. */
export type TextOf = 'name' | 'field' | 'text'

const WHOLE: Record<TextOf, [PeopleKind, RegExp, RegExp][]> = {
  name: [['residentList', ZH_NAME, EN_NAME], ['personDetails', ZH_FIELD, EN_FIELD]], field: [['personDetails', ZH_FIELD, EN_FIELD]], text: [],
}

const wholly = (of: TextOf, tight: string, loose: string): { kind: PeopleKind; word: string } | undefined => {
  const hit = WHOLE[of].find(([, zh, en]) => zh.test(tight) || en.test(loose))
  return hit && { kind: hit[0], word: tight === loose.replaceAll(' ', '') ? loose : tight }
}

/**
 * Whether words of a register list people or ask after them. `mayWarn`: help texts may say what is not to be written. `of`: what the text is; a name
 * that is nothing but a group of people lists them, a label that is nothing but what a person has asks after one.
 */
export const findPeople = (text: string, { mayWarn, of = 'text' }: { mayWarn: boolean; of?: TextOf }): PeopleRefusal | undefined => {
  for (const clause of simplified(text.normalize('NFKC')).toLowerCase().replace(/[’‘]/g, "'").split(CLAUSE_END)) {
    const said = mayWarn ? clause.replace(WARNED, '') : clause
    const [tight, loose] = [said.replace(BETWEEN, '').replace(ONLY_STAFF, '').replace(BUSINESS, ''), said.replace(/[\s_-]+/gu, ' ').trim()]
    const hit = found(ZH, tight) ?? found(EN, loose) ?? wholly(of, tight, loose)
    if (hit) return { ...hit, ...WHY[hit.kind] }
  }
  return undefined
}
