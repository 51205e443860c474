import { describe, expect, it } from 'vitest'
import { packageSchema } from '@/domain/package/jsonSchema'
import { PROBLEM_CODES } from '@/domain/package/problem'
import { tMaybe } from '@/i18n'
import { namedProblem, problemSaid } from './problemSaid'
import { plainText } from './plainText'
import { richText } from './richText'

/** Of the file itself, of working days by their number, and of what is always compared as one. */
const UNNAMED = new Set(['schemaVersion', 'part', '1', '2', '3', '4', '5', '6', '7', 'coordinates', 'type', 'office', 'calendarDays', 'levels', 'forms', 'workflows', 'routing', 'sources', 'teams', 'posts', 'roles', 'ruleDocuments', 'noticeColumns', 'notices', 'standardReplies', 'tags', 'registers', 'routines', 'lifeEvents', 'serviceCounters', 'serviceItems'])

const propertiesIn = (node: unknown): string[] => {
  if (typeof node !== 'object' || node === null) return []
  const own = 'properties' in node && typeof node.properties === 'object' && node.properties !== null ? Object.keys(node.properties) : []
  return [...own, ...Object.values(node).flatMap(propertiesIn)]
}

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  it('every problem has words', () => {
    expect(PROBLEM_CODES.filter((code) => code !== 'refused' && tMaybe(lang, `packages.problem.${code}`) === undefined)).toEqual([])
  })

  it('every field of a package has a name', () => {
    const fields = [...new Set(propertiesIn(JSON.parse(packageSchema())))].filter((field) => !UNNAMED.has(field))
    expect(fields.filter((field) => tMaybe(lang, `packages.field.${field}`) === undefined)).toEqual([])
    expect(fields.length).toBeGreaterThan(80)
  })
})

it.each([['zh', '用到角色“市级复核员”'], ['en', 'Uses the role “City reviewer”']] as const)('a role that comes first is named in %s', (lang, begins) => {
  expect(problemSaid({ path: '/registers/0/viewers/2', code: 'roleFirst', params: { value: 'cityReviewer', zh: '市级复核员', en: 'City reviewer' } }, lang).what.startsWith(begins)).toBe(true)
})

describe('a problem in words', () => {
  const pkg = { teams: [{ code: 'a', name: { zh: '巡查队' } }] }

  it.each([
    ['/teams/0/units/1', '队伍「巡查队」 · 网格 · 第 2 个'],
    ['/teams/7/name', '队伍第 8 项 · 名称'],
    ['/office/seal', '街道设置 · 印记'],
    ['', '整个文件'],
  ])('%s', (path, where) => {
    expect(problemSaid(namedProblem({ path, code: 'missing', params: {} }, pkg), 'zh')).toEqual({ where, path, what: '缺这一项' })
  })

  it('says what its engine refuses', () => {
    expect(problemSaid({ path: '/forms/0', code: 'refused', params: { rule: 'noQuestions' } }, 'zh').what).toBe('一个问题也没有')
  })
})

describe('the paragraphs of a text', () => {
  it('are what was made of them', () => {
    const paragraphs = [{ zh: '第一段', en: 'First' }, { zh: '第二段' }]
    expect(plainText(richText(paragraphs))).toEqual(paragraphs)
  })

  it('keep lists and headings as lines, and no pictures', () => {
    const text = (value: string) => ({ type: 'text', text: value })
    const root = { children: [
      { type: 'heading', children: [text('标题')] }, { type: 'upload', value: 'x' },
      { type: 'list', children: [{ type: 'listitem', children: [text('一'), { type: 'list', children: [{ type: 'listitem', children: [text('一之一')] }] }] }] },
      { type: 'paragraph', children: [text('请看'), { type: 'link', children: [text('这里')] }] }, { type: 'paragraph', children: [] },
    ] }
    expect(plainText({ zh: { root } })).toEqual([{ zh: '标题' }, { zh: '一' }, { zh: '一之一' }, { zh: '请看这里' }])
  })
})
