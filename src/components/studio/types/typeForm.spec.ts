import { describe, expect, it } from 'vitest'
import type { TypeLine, TypesView } from '../../../services/studio/types/view'
import { draftFaults, draftOf, sentType } from './typeForm'

const type: TypeLine = {
  id: 't1', seen: 'now', code: 'report', name: { zh: '反映' }, prefix: 'SQ', form: 'f1', workflow: 'w1', openBy: ['resident'], publicity: 'public', confidentiality: 'normal', reopenDays: 0, maxPhotos: 3,
  listed: true, active: true, categories: 2, faults: [],
}
const view = (given: Partial<TypesView> = {}): TypesView =>
  ({ types: [type], forms: [{ id: 'f1', name: '表', code: 'f', published: true }], workflows: [], retention: 90, proposed: { code: 'type-2', prefix: 'AA' }, ...given })

describe('the form of a matter type', () => {
  it('starts with the type as it is, without what is not its own', () => {
    const draft = draftOf(type, view())
    expect(draft).toMatchObject({ code: 'report', reopenDays: 0, listed: true, intro: { zh: '' } })
    expect(['id', 'seen', 'faults', 'categories'].filter((key) => key in draft)).toEqual([])
  })

  it('starts a new one with the only form there is, and takes reports without a category when no other does', () => {
    expect(draftOf(undefined, view())).toMatchObject({ code: 'type-2', prefix: 'AA', form: 'f1', workflow: '', listed: false })
    expect(draftOf(undefined, view({ types: [{ ...type, active: false }] })).listed).toBe(true)
  })

  it.each([
    [{}, []],
    [{ name: { zh: ' ' } }, ['name']],
    [{ prefix: 'sq' }, ['prefix']],
    [{ prefix: 'S' }, ['prefix']],
    [{ prefix: 'ABCDEFG' }, ['prefix']],
    [{ prefix: 'XF' }, ['prefix']],
    [{ form: '', workflow: '', openBy: [] }, ['form', 'workflow', 'openBy']],
  ] as const)('finds in %j what must be mended', (change, faults) => {
    expect(draftFaults({ ...draftOf(type, view()), ...change } as never, [{ prefix: 'XF' }])).toEqual(faults)
  })

  it('sends emptied numbers as such', () => {
    expect(sentType({ ...draftOf(type, view()), reopenDays: undefined, contactRetentionDays: undefined })).toMatchObject({ reopenDays: 0, maxPhotos: 3, contactRetentionDays: null })
  })
})
