import type { Words } from '../words'
import { CLAUSE_END, EN, ONLY_STAFF, WARNED, WHY, ZH, type PeopleKind } from './residentWords'

export { PEOPLE_KINDS, type PeopleKind } from './residentWords'

export type PeopleRefusal = { kind: PeopleKind; word: string; why: Words; instead: Words }

const found = (shapes: readonly [PeopleKind, RegExp][], text: string): { kind: PeopleKind; word: string } | undefined => {
  for (const [kind, shape] of shapes) {
    const word = shape.exec(text)?.[0]
    if (word !== undefined) return { kind, word }
  }
  return undefined
}

/** Whether words of a register list people or ask after them. `mayWarn`: help texts may say what is not to be written. */
export const findPeople = (text: string, { mayWarn }: { mayWarn: boolean }): PeopleRefusal | undefined => {
  for (const clause of text.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'").split(CLAUSE_END)) {
    const said = mayWarn ? clause.replace(WARNED, '') : clause
    const tight = said.replace(/[\s\p{Cf}·_-]+/gu, '').replace(ONLY_STAFF, '')
    const hit = found(ZH, tight) ?? found(EN, said.replace(/[\s_-]+/gu, ' '))
    if (hit) return { ...hit, ...WHY[hit.kind] }
  }
  return undefined
}
