import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSimilar, POSSIBLY_SAME, similarity, type ComparableMatter } from './similar'

const DAY = 86_400_000
const lamp: ComparableMatter = { text: '6号楼西侧路灯不亮', categoryCodes: ['facilities', 'lighting'], unitCodes: ['c', 's1', 'g1', 'd1'], receivedAt: 100 * DAY }

describe('similarity', () => {
  it.each<[string, Partial<ComparableMatter>, boolean]>([
    ['the same words two days later', { receivedAt: 102 * DAY }, true],
    ['nearly the same words', { text: '6号楼西侧的路灯一直不亮' }, true],
    ['another thing in the same place', { text: '垃圾桶满了没人清', categoryCodes: ['environment'] }, false],
    ['the same words at the other end of the territory, a month later', { unitCodes: ['c', 's9', 'g7', 'd3'], receivedAt: 131 * DAY, text: '12号院路灯不亮' }, false],
    ['unknown place', { unitCodes: [] }, true],
  ])('%s', (_name, change, same) => {
    expect(similarity(lamp, { ...lamp, ...change }).score >= POSSIBLY_SAME).toBe(same)
  })

  it('says which words both have', () => {
    expect(similarity(lamp, { ...lamp, text: '路灯坏了' }).shared).toEqual(['路灯'])
  })

  it.each([
    ['6号楼西侧的路灯一直不亮', ['号楼西侧', '路灯', '不亮', '6']],
    ['六号楼西侧路灯不亮', ['号楼西侧路灯不亮']],
    ['灯不亮，路灯侧', ['灯不亮', '路灯']],
    ['The lamp of 6 is out 路灯', ['路灯', '6']],
  ])('tells them as the phrases that stand in both: %s', (text, phrases) => {
    expect(new Set(similarity(lamp, { ...lamp, text }).phrases)).toEqual(new Set(phrases))
    expect(similarity(lamp, { ...lamp, text }).phrases[0]).toHaveLength(phrases[0]?.length ?? 0)
  })

  const codes = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 })
  const matter: fc.Arbitrary<ComparableMatter> = fc.record({
    text: fc.array(fc.constantFrom('路灯', '不亮', '台阶', ' ', '6号', 'led'), { maxLength: 8 }).map((parts) => parts.join('')),
    categoryCodes: codes, unitCodes: codes, receivedAt: fc.nat(100 * DAY),
  })

  it('is symmetric, between 0 and 1, and 1 for the same matter', () => {
    fc.assert(fc.property(matter, matter, (a, b) => {
      const { score } = similarity(a, b)
      expect(similarity(b, a).score).toBeCloseTo(score, 12)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
      if (/[路不台6l]/.test(a.text)) expect(similarity(a, a).score).toBeCloseTo(1, 12)
    }))
  })

  it('grows when the receipts come nearer in time', () => {
    fc.assert(fc.property(matter, matter, fc.nat(60), fc.nat(60), (a, b, near, far) => {
      const at = (days: number) => similarity(a, { ...b, receivedAt: a.receivedAt + days * DAY }).score
      expect(at(Math.min(near, far))).toBeGreaterThanOrEqual(at(Math.max(near, far)))
    }))
  })
})

describe('findSimilar', () => {
  const candidates = [
    { ...lamp, id: 'older', receivedAt: 90 * DAY },
    { ...lamp, id: 'newer', receivedAt: 99 * DAY },
    { ...lamp, id: 'other', text: '垃圾桶满了', categoryCodes: ['environment'] },
  ]

  it('offers the most alike first and leaves out what has no word in common', () => {
    expect(findSimilar({ matter: lamp, candidates }).map(({ candidate }) => candidate.id)).toEqual(['newer', 'older'])
    expect(findSimilar({ matter: lamp, candidates, threshold: 0 }).map(({ candidate }) => candidate.id)).toEqual(['newer', 'older'])
    expect(findSimilar({ matter: lamp, candidates, limit: 1 })).toHaveLength(1)
  })
})
