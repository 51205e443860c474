import { describe, expect, it } from 'vitest'
import { alertState, LONGEST, movedUntil, windowFault } from './alert'
import { fileTypeOf } from './fileType'
import { diffLines } from './lines'
import { isMeant, REMIND_EVERY, wantsReminder } from './reading'

const zip = (...names: string[]): Buffer => Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), ...names.map((name) => Buffer.from(name))])
const compound = (...names: string[]): Buffer => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), ...names.map((name) => Buffer.from(name, 'utf16le'))])

describe('what a file is', () => {
  it.each<[string, Buffer, string | undefined]>([
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'pdf'],
    ['a Word file', zip('[Content_Types].xml', 'word/document.xml'), 'docx'],
    ['an Excel file', zip('xl/workbook.xml'), 'xlsx'],
    ['a PowerPoint file', zip('ppt/presentation.xml'), 'pptx'],
    ['an OFD file', zip('OFD.xml'), 'ofd'],
    ['an old Word file', compound('WordDocument'), 'doc'],
    ['an old Excel file', compound('Workbook'), 'xls'],
    ['a Word file with macros', zip('word/document.xml', 'word/vbaProject.bin'), undefined],
    ['an old Word file with macros', compound('WordDocument', '_VBA_PROJECT'), undefined],
    ['a bare archive', zip('a.txt'), undefined],
    ['a page that calls itself a PDF', Buffer.from('<html>%PDF-'), undefined],
    ['a program', Buffer.from('MZ…'), undefined],
    ['nothing', Buffer.alloc(0), undefined],
  ])('is told by its content: %s', (_what, bytes, expected) => expect(fileTypeOf(bytes)).toBe(expected))
})

describe('an alert', () => {
  it.each([[0, 'coming'], [10, 'on'], [19, 'on'], [20, 'over']] as const)('at %i is %s', (now, expected) => expect(alertState({ from: 10, until: 20 }, now)).toBe(expected))
  it('is over from the moment that somebody ended it, also before it began', () => {
    expect(alertState({ from: 10, until: 20, endedAt: 12 }, 12)).toBe('over')
    expect(alertState({ from: 10, until: 20, endedAt: 5 }, 5)).toBe('over')
  })
  it.each([
    ['no end', 100, undefined, 'untilMissing'], ['an end that is none', 100, NaN, 'untilMissing'], ['an end that has passed', 100, 99, 'untilPast'], ['an end before its beginning', 200, 150, 'untilBeforeFrom'],
    ['more than seven days', 100, 101 + LONGEST, 'tooLong'], ['seven days', 100, 100 + LONGEST, undefined], ['seven days from a beginning ahead', 500, 500 + LONGEST, undefined], ['an extension of one that runs', 1, 100 + LONGEST, undefined],
  ])('with %s', (_what, from, until, expected) => expect(windowFault({ from, until }, 100)).toBe(expected))
  it('that came from an older portal ends with its time, and with seven days at most', () => expect([movedUntil(50, 10), movedUntil(undefined, 10), movedUntil(10 * LONGEST, 10)]).toEqual([50, 10 + LONGEST, 10 + LONGEST]))
})

describe('who must read a notice', () => {
  const NOBODY = { teams: [], unitPaths: [], roles: [] }
  it.each<[string, Parameters<typeof isMeant>[0], Parameters<typeof isMeant>[1], boolean]>([
    ['everybody, where nobody is named', { teams: [], units: [], roles: [] }, NOBODY, true],
    ['who is in the team', { teams: ['t'], units: [], roles: [] }, { ...NOBODY, teams: ['t'] }, true],
    ['nobody outside of it', { teams: ['t'], units: [], roles: [] }, { ...NOBODY, teams: ['u'] }, false],
    ['who sits below the unit', { teams: [], units: ['/a/'], roles: [] }, { ...NOBODY, unitPaths: ['/a/b/'] }, true],
    ['not who sits beside it', { teams: [], units: ['/a/'], roles: [] }, { ...NOBODY, unitPaths: ['/ab/'] }, false],
    ['who holds the role, whatever the team', { teams: ['t'], units: [], roles: ['r'] }, { ...NOBODY, roles: ['r'] }, true],
  ])('%s', (_what, readers, who, expected) => expect(isMeant(readers, who)).toBe(expected))
  it('is reminded every two days while it is open', () => {
    expect(wantsReminder({ since: 0, open: 1, now: REMIND_EVERY })).toBe(true)
    expect(wantsReminder({ since: 0, open: 0, now: REMIND_EVERY })).toBe(false)
    expect(wantsReminder({ since: 0, reminded: REMIND_EVERY, open: 3, now: 2 * REMIND_EVERY - 1 })).toBe(false)
  })
})

describe('what differs', () => {
  it.each([[['a', 'b', 'c'], ['a', 'x', 'c']], [[], ['a']], [['a'], []], [['a', 'b'], ['b', 'a']], [['a', 'a', 'b'], ['a', 'b', 'b']]])('gives both texts again: %j → %j', (before, after) => {
    const lines = diffLines(before, after)
    expect(lines.filter(({ how }) => how !== 'in').map(({ text }) => text)).toEqual(before)
    expect(lines.filter(({ how }) => how !== 'out').map(({ text }) => text)).toEqual(after)
  })
  it('leaves alone what stayed', () => expect(diffLines(['a', 'b', 'c'], ['a', 'x', 'c']).filter(({ how }) => how === 'same')).toHaveLength(2))
})
