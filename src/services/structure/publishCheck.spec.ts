import { expect, it } from 'vitest'
import { PROBLEM_CODES as FORM } from '@/domain/forms/problem'
import { PROBLEM_CODES as PACKAGE } from '@/domain/package/problem'
import { ROUTING_PROBLEM_CODES } from '@/domain/routing/lint'
import { PROBLEM_CODES as WORKFLOW } from '@/domain/workflow/lint'
import { tMaybe } from '@/i18n'
import { issueText, issueWords } from './publishCheck'

/** Of the whole package only, never of one definition. */
const ELSEWHERE = ['cycle', 'levelOrder', 'badRange', 'separation', 'roleFirst', 'roleMissing', 'notReadable', 'tooLarge', 'tooDeep', 'tooMuch', 'tooNew']

it.each(['zh', 'en'] as const)('every problem has its words in %s', (lang) => {
  const codes = [...FORM, ...PACKAGE, ...ROUTING_PROBLEM_CODES, ...WORKFLOW].filter((code) => !ELSEWHERE.includes(code))
  expect(codes.filter((code) => tMaybe(lang, `structure.lint.codes.${code}`) === undefined)).toEqual([])
  expect(codes.length).toBeGreaterThan(60)
})

it('says where and what', () => {
  const issue = { path: '/limits/2/cites', code: 'unknownCode', params: { kind: 'clause', value: 'rules-1#9' } }
  expect(issueText(issue, 'zh')).toBe('/limits/2/cites：没有代码为“rules-1#9”的条款')
  expect(issueText({ path: '/x', code: 'brandNew' }, 'zh')).toBe('/x：brandNew')
  expect(issueWords(Array.from({ length: 7 }, () => issue), 'zh')).toContain('共 7 处')
})
