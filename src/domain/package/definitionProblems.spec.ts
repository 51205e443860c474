import { describe, expect, it } from 'vitest'
import { definitionProblems } from './definitionProblems'
import { edited, preset } from './preset.fixture'
import type { RegisterDef } from '../registers/types'
import type { DefinitionKind } from './definitions'

const { forms, workflows, limits, routing } = preset()

const register: RegisterDef = {
  code: 'hydrants', name: { zh: '消火栓' }, subject: 'facility', titleQuestion: 'name', grid: 'required', symbol: 'water', viewers: [], editors: [], open: true, matterTypes: [],
  pages: [{ title: { zh: '基本情况' }, questions: [{ key: 'name', kind: 'text', label: { zh: '叫什么' }, required: true }] }],
}
const sound: Record<DefinitionKind, unknown> = { form: forms[0], workflow: workflows[0], limits, routing, register }

describe('the draft of a definition', () => {
  it.each(Object.entries(sound) as [DefinitionKind, unknown][])('may be published: %s', (kind, value) => {
    expect(definitionProblems(kind, value)).toEqual([])
  })

  const broken: [DefinitionKind, string, unknown, string, string][] = [
    ['form', '/name', undefined, '/name', 'missing'],
    ['form', '/pages/0/questions/0/label', { zh: '请上传人脸照片' }, '/pages/0/questions/0/label', 'refused'],
    ['workflow', '/transitions/0/to', 'nowhere', '/transitions/0/to', 'unknownStep'],
    ['workflow', '/steps/0/phase', 'somewhere', '/steps/0/phase', 'notOffered'],
    ['limits', '/limits/1/clock', 'accept', '/limits/1', 'sameSubjectTwice'],
    ['limits', '/limits/0/amount', -1, '/limits/0/amount', 'outOfRange'],
    ['routing', '/rules/0/result/kind', 'close', '/rules/0/result/kind', 'notOffered'],
    ['register', '/titleQuestion', 'nothing', '/titleQuestion', 'titleMissing'],
    ['register', '/pages/0/questions/0/required', false, '/titleQuestion', 'titleNotText'],
    ['register', '/name', { zh: '住户身份证登记' }, '/name', 'refused'],
  ]

  it.each(broken)('may not, and says where: %s %s', (kind, path, value, where, code) => {
    expect(definitionProblems(kind, edited(sound[kind], { path, value }))).toContainEqual(expect.objectContaining({ path: where, code }))
  })

  it('is not stopped by what is merely doubtful', () => {
    const own = edited(limits, { path: '/limits/0/clock', value: 'survey' })
    expect(definitionProblems('limits', own)).toEqual([])
  })
})
