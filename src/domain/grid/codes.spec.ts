import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../errors'
import { checkCode, CODE_PATTERNS, type CodePattern, nextCode, proposeCode, roomyLengths } from './codes'

const COMMUNITY = '110105001002'

describe('checkCode', () => {
  it.each<[string, CodePattern, string | undefined, string | undefined]>([
    [`${COMMUNITY}001`, 'digits15', COMMUNITY, undefined],
    [`${COMMUNITY}01`, 'digits14', COMMUNITY, undefined],
    [`${COMMUNITY}01`, 'digits15', COMMUNITY, 'codeLength'],
    [`${COMMUNITY}001`, 'digits14', COMMUNITY, 'codeLength'],
    [COMMUNITY, 'digits15', '110105001', undefined],
    ['110105001', 'digits15', undefined, undefined],
    [`${COMMUNITY}0O1`, 'digits15', COMMUNITY, 'codeCharacters'],
    ['110105001003001', 'digits15', COMMUNITY, 'codeNotBelowParent'],
    [COMMUNITY, 'digits15', COMMUNITY, 'codeNotBelowParent'],
    ['', 'digits15', undefined, 'codeEmpty'],
    ['', 'free', undefined, 'codeEmpty'],
    ['C-01.a_2', 'free', 'whatever', undefined],
    ['站-01', 'free', undefined, 'codeCharacters'],
    ['a b', 'free', undefined, 'codeCharacters'],
    ['-a', 'free', undefined, 'codeCharacters'],
    ['a'.repeat(40), 'free', undefined, undefined],
    ['a'.repeat(41), 'free', undefined, 'codeLength'],
  ])('%s as %s below %s: %s', (code, pattern, parentCode, expected) => {
    expect(checkCode({ code, pattern, parentCode })).toBe(expected)
  })
})

describe('nextCode', () => {
  it.each<[string, CodePattern, string | undefined, string[], string | undefined]>([
    ['the first grid', 'digits15', COMMUNITY, [], `${COMMUNITY}001`],
    ['the first grid, short', 'digits14', COMMUNITY, [], `${COMMUNITY}01`],
    ['after the highest, leaving gaps', 'digits15', COMMUNITY, [`${COMMUNITY}007`, `${COMMUNITY}003`], `${COMMUNITY}008`],
    ['the first community', 'digits15', '110105001', [], '110105001001'],
    ['used up', 'digits14', COMMUNITY, [`${COMMUNITY}99`], undefined],
    ['below a full code', 'digits15', `${COMMUNITY}001`, [], undefined],
    ['at the top', 'digits15', undefined, [], undefined],
    ['strangers among the siblings', 'digits15', COMMUNITY, ['A1', '999999999999005'], `${COMMUNITY}001`],
    ['free, the first', 'free', 'S1', [], 'S1-01'],
    ['free, the first at the top', 'free', undefined, [], '01'],
    ['free, going on', 'free', 'S1', ['G08', 'G09'], 'G10'],
    ['free, one place more', 'free', 'S1', ['G9'], 'G10'],
    ['free, the newest habit', 'free', 'S1', ['OLD-77', 'N-001'], 'N-002'],
    ['free, siblings without numbers', 'free', 'S1', ['east', 'west'], 'S1-01'],
  ])('%s', (_, pattern, parentCode, siblings, expected) => {
    expect(nextCode({ pattern, parentCode, siblings })).toBe(expected)
  })

  it('refuses a parent that does not fit', () => {
    expect(() => nextCode({ pattern: 'digits15', parentCode: 'S1', siblings: [] })).toThrow(DomainError)
  })

  it('proposes sound codes that nobody has, again and again', () => {
    fc.assert(fc.property(fc.constantFrom(...CODE_PATTERNS), fc.integer({ min: 1, max: 60 }), (pattern, count) => {
      const codes: string[] = []
      for (let i = 0; i < count; i += 1) {
        const code = nextCode({ pattern, parentCode: COMMUNITY, siblings: codes })
        expect(checkCode({ code: code ?? '', pattern, parentCode: COMMUNITY })).toBeUndefined()
        codes.push(code ?? '')
      }
      expect(new Set(codes).size).toBe(count)
    }), { numRuns: 30 })
  })

  it('never proposes a free code that a sibling has', () => {
    const code = fc.stringMatching(/^[A-B]{0,2}-?\d{1,3}$/)
    fc.assert(fc.property(fc.array(code, { maxLength: 12 }), (siblings) =>
      !siblings.includes(nextCode({ pattern: 'free', parentCode: 'S', siblings }) ?? '')), { numRuns: 300 })
  })
})

describe('a code to propose', () => {
  it.each<[string, Parameters<typeof proposeCode>[0], string | undefined]>([
    ['past one that is taken elsewhere', { pattern: 'free', parentCode: 'a', siblings: ['a-01'], taken: new Set(['a-01', 'a-02', 'a-03']) }, 'a-04'],
    ['past one with digits', { pattern: 'digits15', parentCode: '110105', siblings: [], taken: new Set(['110105001']) }, '110105002'],
    ['none below a code that does not fit', { pattern: 'digits15', parentCode: 'abc', siblings: [], taken: new Set() }, undefined],
    ['none below a full code', { pattern: 'digits15', parentCode: '110105001001001', siblings: [], taken: new Set() }, undefined],
    ['none at the top of a digit pattern', { pattern: 'digits14', siblings: [], taken: new Set() }, undefined],
  ])('%s', (_, input, code) => expect(proposeCode(input)).toBe(code))
  it.each<[Parameters<typeof roomyLengths>, number[] | undefined]>([
    [['digits15', 3], [6]], [['digits15', 2], [6, 9]], [['digits15', 0], [6, 9, 12, 15]], [['digits14', 1], [6, 9, 12]], [['digits15', 9], [6]], [['free', 2], undefined],
  ])('leaves room: %j', ([pattern, below], lengths) => expect(roomyLengths(pattern, below)).toEqual(lengths))
})
