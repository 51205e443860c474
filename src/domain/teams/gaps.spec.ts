import { describe, expect, it } from 'vitest'
import { teamGaps } from './gaps'
import type { Place, TeamRules } from './types'

const squad: TeamRules = { id: 'squad', kind: 'team', min: 2, max: 3, seats: [] }
const group: TeamRules = {
  id: 'group', kind: 'leading',
  seats: [{ code: 'head', name: { zh: '组长' }, min: 1, max: 2 }, { code: 'deputy', name: { zh: '副组长' }, min: 1, leads: { min: 1, max: 2 } }],
}
const in_ = (team: string, person: string, seat?: string, leads: string[] = []): Place => ({ team, person, leads, ...(seat ? { seat } : {}) })

describe('the rules of a team', () => {
  it.each<[string, Place[], string[]]>([
    ['too few', [in_('squad', 'a')], ['tooFew']],
    ['one person twice is one person', [in_('squad', 'a'), in_('squad', 'a')], ['tooFew']],
    ['enough', [in_('squad', 'a'), in_('squad', 'b')], []],
    ['too many', ['a', 'b', 'c', 'd'].map((person) => in_('squad', person)), ['tooMany']],
    ['others do not count', [in_('squad', 'a'), in_('squad', 'b'), in_('other', 'c'), in_('other', 'd')], []],
  ])('%s', (_what, places, codes) => {
    expect(teamGaps({ teams: [squad], places, categories: [] }).map(({ code }) => code)).toEqual(codes)
  })

  const seated = [in_('group', 'h', 'head'), in_('group', 'd', 'deputy', ['fire']), in_('group', 'e', 'deputy', ['noise', 'trade'])]

  it('is content with filled seats, each deputy leading one or two, every category led', () => {
    expect(teamGaps({ teams: [group], places: seated, categories: ['fire', 'noise', 'trade'] })).toEqual([])
  })

  it.each<[string, Place[], Partial<ReturnType<typeof teamGaps>[number]>]>([
    ['an empty seat', seated.slice(1), { code: 'seatTooFew', seat: 'head', params: { actual: 0, min: 1, max: 2 } }],
    ['three heads', [...seated, in_('group', 'i', 'head'), in_('group', 'j', 'head')], { code: 'seatTooMany', seat: 'head' }],
    ['a deputy who leads nothing', [...seated, in_('group', 'f', 'deputy')], { code: 'leadsTooFew', person: 'f' }],
    ['a deputy who leads three', [...seated, in_('group', 'd', 'deputy', ['x', 'y'])], { code: 'leadsTooMany', person: 'd', params: { actual: 3, min: 1, max: 2 } }],
    ['a seat that is not there', [...seated, in_('group', 'g', 'chair')], { code: 'seatUnknown', person: 'g', seat: 'chair' }],
  ])('names %s', (_what, places, gap) => {
    expect(teamGaps({ teams: [group], places, categories: ['fire'] })).toContainEqual(expect.objectContaining(gap))
  })

  it('names a category that nobody leads, only where seats lead', () => {
    expect(teamGaps({ teams: [group], places: seated, categories: ['fire', 'water'] })).toEqual([{ code: 'categoryUnled', team: 'group', category: 'water', params: {} }])
    expect(teamGaps({ teams: [{ ...group, seats: group.seats.slice(0, 1) }], places: seated.slice(0, 1), categories: ['water'] })).toEqual([])
  })
})
