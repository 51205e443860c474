import { expect, it } from 'vitest'
import type { TableFault } from '@/domain/tables'
import { newFaults } from './importFaults'

const sheet = [['编码', '名称', '上级'], ['bad code', '街面', ''], ['a1', '占道', 'bad code'], ['a2', '噪声', 'nowhere'], ['a3', '', '街面']]
const file = { sheet, columns: { code: 0, name: 1, parent: 2 } }
const fault = (row: number, column: number, code: string, value = ''): TableFault<string> => ({ row, column, code, params: { value } })
const told = [fault(2, 0, 'badCode'), fault(2, 1, 'tooLong')]

it.each([
  ['a second one of the same cell', fault(2, 1, 'required'), false],
  ['another cell of the same row', fault(2, 2, 'parentUnknown', 'x'), true],
  ['a child of a row whose code could not be read', fault(3, 2, 'parentUnknown', 'bad code'), false],
  ['a child that names its parent', fault(5, 2, 'parentUnknown', '街面'), false],
  ['a parent that is nowhere', fault(4, 2, 'parentUnknown', 'nowhere'), true],
  ['a circle through it', fault(3, 2, 'circle', 'bad code'), true],
])('%s', (_what, one, kept) => expect(newFaults([one], told, file)).toEqual(kept ? [one] : []))
