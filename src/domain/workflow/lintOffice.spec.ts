import { describe, expect, it } from 'vitest'
import type { Permission } from '../access/types'
import { defaultWorkflow } from './defaultWorkflow.fixture'
import { lintOffice, type FlowOffice, type Holder } from './lintOffice'

const units = [{ path: '/s/', name: { zh: '街道' } }, { path: '/s/a/', name: { zh: '甲社区' } }, { path: '/s/a/1/', name: { zh: '甲一' } }, { path: '/s/b/', name: { zh: '乙社区' } }]
const everybody: Holder[] = [{ person: 'boss' }]

const office = (held: Partial<Record<Permission, Holder[]>>): FlowOffice => ({ units, holders: (permission) => held[permission] ?? everybody })

const found = (held: Partial<Record<Permission, Holder[]>>) => lintOffice(defaultWorkflow, office(held)).map(({ code, params }) => [code, params?.units ?? params?.permission])

describe('lintOffice', () => {
  it.each([
    ['nothing where others check', { 'matter.handle': [{ person: 'h' }], 'matter.verify': [{ person: 'v' }] }, []],
    ['nobody who may accept', { 'matter.accept': [], 'matter.verify': [{ person: 'v' }] }, [['noHolder', 'matter.accept']]],
    ['one person for both, told once for the whole office', { 'matter.handle': [{ person: 'x' }], 'matter.verify': [{ person: 'x' }] }, [['verifierHandles', '街道']]],
    ['one for both in one community only', { 'matter.handle': [{ person: 'x', unitPath: '/s/a/' }, { person: 'h' }], 'matter.verify': [{ person: 'x', unitPath: '/s/a/' }, { person: 'v', unitPath: '/s/b/' }] },
      [['noVerifier', '街道'], ['verifierHandles', '甲社区']]],
    ['a second one who does not handle', { 'matter.handle': [{ person: 'x' }], 'matter.verify': [{ person: 'x' }, { person: 'v' }] }, []],
    ['nobody to check in one community', { 'matter.handle': [{ person: 'h' }], 'matter.verify': [{ person: 'v', unitPath: '/s/b/' }] }, [['noVerifier', '街道']]],
    ['nobody at all who checks', { 'matter.verify': [] }, [['noHolder', 'matter.verify']]],
  ] as [string, Partial<Record<Permission, Holder[]>>, unknown][])('tells of %s', (_, held, expected) => expect(found(held)).toEqual(expected))

  it('warns and forbids nothing, and points at the transition', () => {
    const issues = lintOffice(defaultWorkflow, office({ 'matter.accept': [], 'matter.verify': [] }))
    expect(issues.every(({ severity }) => severity === 'warning')).toBe(true)
    expect(issues[0]?.path).toBe('/transitions/0/permission')
  })

  it('says how many people and places', () => {
    const both = [{ person: 'x', unitPath: '/s/a/' }, { person: 'y', unitPath: '/s/a/' }, { person: 'z', unitPath: '/s/b/' }]
    expect(lintOffice(defaultWorkflow, office({ 'matter.handle': both, 'matter.verify': [...both, { person: 'v', unitPath: '/s/a/1/' }] })).find(({ code }) => code === 'verifierHandles')?.params)
      .toEqual({ units: '甲社区、乙社区', count: 2, people: 2 })
  })
})
