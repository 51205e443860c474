import { describe, expect, it } from 'vitest'
import { lintRegister } from './lint'
import { shops } from './registers.fixture'
import type { RegisterDef } from './types'

const codes = (change: Partial<RegisterDef>) => lintRegister({ ...shops, ...change }).map(({ path, code }) => `${path} ${code}`)
const withQuestion = (question: RegisterDef['pages'][number]['questions'][number]) => ({ pages: [{ title: { zh: '基本' }, questions: [...(shops.pages[0]?.questions ?? []), question] }] })

describe('lintRegister', () => {
  it('lets a register of shops be published', () => expect(lintRegister(shops)).toEqual([]))

  it.each<[string, Partial<RegisterDef>, string]>([
    ['a list of residents by its name', { name: { zh: '租户登记表' } }, 'name residentList'],
    ['a list of residents by its English name', { name: { zh: '出租房', en: 'List of tenants' } }, 'name residentList'],
    ['a list of residents by its intro', { intro: { zh: '本台账登记流动人口' } }, 'intro residentList'],
    ['a field for a private person', withQuestion({ key: 'boss', kind: 'text', label: { zh: '店主姓名' } }), 'pages.0.questions.5.label personDetails'],
    ['a group of people for its name', { name: { zh: '独居老人' } }, 'name residentList'],
    ['a group of people for its English name', { name: { zh: '点位', en: 'Persons of interest' } }, 'name residentList'],
    ['a field that only a person can answer', withQuestion({ key: 'home', kind: 'text', label: { zh: '家庭住址' } }), 'pages.0.questions.5.label personDetails'],
    ['a day that is a birthday', withQuestion({ key: 'born', kind: 'date', label: { zh: '出生日期', en: 'Date' } }), 'pages.0.questions.5.label personDetails'],
    ['an option that sorts people', withQuestion({ key: 'who', kind: 'choice', label: { zh: '类别' }, options: [{ code: 'a', label: { zh: '重点人员' } }] }), 'pages.0.questions.5.options.0.label residentList'],
    ['identity numbers in its name', { name: { zh: '身份证号一览' } }, 'name refused'],
    ['a place among its fields', withQuestion({ key: 'where', kind: 'place', label: { zh: '地点' } }), 'pages.0.questions.5.kind placeAsked'],
    ['photos among its fields', withQuestion({ key: 'pics', kind: 'photo', label: { zh: '门头照片' } }), 'pages.0.questions.5.kind photoAsked'],
    ['no field that names an entry', { titleQuestion: 'nosuch' }, 'titleQuestion titleMissing'],
    ['a number as name', { titleQuestion: 'staff' }, 'titleQuestion titleNotText'],
    ['a reminder before the review began', { review: { every: 5, unit: 'days', remindDays: 5 } }, 'review.remindDays remindTooEarly'],
  ])('refuses %s', (_why, change, problem) => expect(codes(change)).toContain(problem))

  it('says why and what instead', () => {
    const [problem] = lintRegister({ ...shops, name: { zh: '住户名册' } })
    expect(problem?.why?.zh).toContain('名册')
    expect(problem?.instead?.en).toContain('service')
  })

  it('lets an intro warn', () => expect(codes({ intro: { zh: '只记店铺，不收集房东电话' } })).toEqual([]))
})
