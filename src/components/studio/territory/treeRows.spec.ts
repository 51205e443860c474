import { describe, expect, it } from 'vitest'
import { trailOf, treeRows } from './treeRows'

const nodes = [
  { id: 'a', name: '中心', code: 'x' }, { id: 'b', parent: 'a', name: '东站', code: 'x-1' }, { id: 'c', parent: 'a', name: '西站', code: 'x-2' },
  { id: 'd', parent: 'b', name: '一组', code: 'x-1-1' }, { id: 'e', parent: 'b', name: '旧组', code: 'x-1-2', muted: true }, { id: 'f', parent: 'gone', name: '孤儿', code: 'y' },
]
const shown = (open: string[], text = '', withMuted = false) => treeRows({ nodes, open: new Set(open), text, withMuted }).map(({ node, depth, children }) => `${node.id}${depth}${children}`)

describe('rows of a tree', () => {
  it.each<[string, string[], string, boolean, string[]]>([
    ['folded', [], '', false, ['a12', 'f10']],
    ['open', ['a', 'b'], '', false, ['a12', 'b21', 'd30', 'c20', 'f10']],
    ['with what is closed', ['a', 'b'], '', true, ['a12', 'b22', 'd30', 'e30', 'c20', 'f10']],
    ['searched by name', [], '一组', false, ['a11', 'b21', 'd30']],
    ['searched by code', [], 'X-2', false, ['a11', 'c20']],
    ['nothing found', [], '没有', false, []],
  ])('%s', (_, open, text, withMuted, rows) => expect(shown(open, text, withMuted)).toEqual(rows))
  it('tells each its place', () => expect(treeRows({ nodes, open: new Set(['a']), text: '', withMuted: false })[2]).toMatchObject({ place: 2, siblings: 2 }))
  it('knows the way up', () => {
    expect(trailOf(nodes, 'd').map(({ id }) => id)).toEqual(['a', 'b', 'd'])
    expect(trailOf(nodes, undefined)).toEqual([])
  })
})
