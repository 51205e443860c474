import { describe, expect, it } from 'vitest'
import { chosenBy, maybeLonger, type Choice } from './choose'

const EAST: Choice = { id: 'e', name: '河东', hint: '01' }
const EAST_SIDE: Choice = { id: 'es', name: '河东片', hint: '02' }
const TWIN: Choice = { id: 't1', name: '一组', hint: '03' }
const OTHER_TWIN: Choice = { id: 't2', name: '一组', hint: '04' }
const PLAIN: Choice = { id: 'p', name: '专业力量' }
const ALL = [EAST, EAST_SIDE, TWIN, OTHER_TWIN, PLAIN]

describe('what is typed into a list', () => {
  it.each<[string, string, Choice | undefined]>([
    ['a label', '河东片 · 02', EAST_SIDE],
    ['the name alone', '河东片', EAST_SIDE],
    ['a name with blanks around it', ' 河东 ', EAST],
    ['a name two bear', '一组', undefined],
    ['a name two bear, with its hint', '一组 · 04', OTHER_TWIN],
    ['a choice without a hint', '专业力量', PLAIN],
    ['a part of a name', '专业', undefined],
    ['nothing', '', undefined],
  ])('%s', (_what, text, choice) => {
    expect(chosenBy(ALL, text)).toBe(choice)
  })

  it.each([['河东', true], ['河东片', false], ['专业', true], ['一组', true], ['一组 · 03', false], ['没有', false]])('%s may become another by typing on: %s', (text, longer) => {
    expect(maybeLonger(ALL, text)).toBe(longer)
  })
})
