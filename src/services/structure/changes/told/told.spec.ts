import { describe, expect, it } from 'vitest'
import type { LimitSet } from '@/domain/clocks/types'
import type { FormDef, Question } from '@/domain/forms/types'
import type { ListSection } from '@/domain/package/sections'
import type { RegisterDef } from '@/domain/registers/types'
import type { RoutineDef } from '@/domain/routines/types'
import type { RoutingSet } from '@/domain/routing/types'
import type { WorkflowDef } from '@/domain/workflow/types'
import { SLUG } from '@/slugs'
import { definitionTold, type Teller, type Told } from '.'
import { bookOf } from './book'

const dog: Question = { key: 'q2', kind: 'longText', label: { zh: '怎么回事', en: 'What happened' } }
const form = (...questions: Question[]): FormDef => ({ code: 'f-1', name: { zh: '表' }, pages: [{ title: { zh: '基本' }, questions }] })

const sheet = (section: ListSection, rows: Record<string, { zh: string; en?: string }>) => ({ section, rows: Object.entries(rows).map(([code, name]) => ({ code, name })) })

const book = bookOf({
  rows: [
    sheet('categories', { noise: { zh: '噪声', en: 'Noise' } }), sheet('matterTypes', { report: { zh: '问题反映', en: 'Report' } }), sheet('teams', { night: { zh: '夜巡队', en: 'Night team' } }),
    sheet('units', { east: { zh: '东片', en: 'East' } }), sheet('posts', { lead: { zh: '组长', en: 'Lead' } }), sheet('registers', { shops: { zh: '店铺', en: 'Shops' } }), sheet('forms', { round: { zh: '检查表', en: 'Checklist' } }),
    sheet('roles', { clerk: { zh: '窗口', en: 'Counter' }, boss: { zh: '主任', en: 'Director' } }),
  ],
  forms: [{ ...form(dog, { key: 'q3', kind: 'choice', label: { zh: '多久了' }, options: [{ code: 'w', label: { zh: '一个星期' } }] }), code: 'asked' }], steps: [], formOfType: new Map([['report', 'asked']]),
  documents: [{ code: 'rule-9', title: { zh: '督办制度', en: 'Supervision' }, clauses: [{ code: '1', heading: { zh: '多久答复', en: 'Replies' } }] }],
})

const teller = (lang: 'zh' | 'en'): Teller => ({ lang, book })

const lines = (told: Told[] | undefined): string[] | undefined => told?.map(({ label, before, after }) => [label, ...(before === undefined ? [] : [before]), ...(after === undefined ? [] : [`→ ${after}`])].join(' '))

const tell = (slug: string, [before, after]: readonly [object, object], lang: 'zh' | 'en' = 'zh') =>
  lines(definitionTold({ table: slug, before: { ...before, definition: before }, after: { ...after, definition: after } }, teller(lang)))

const asChoice: Question = { ...dog, kind: 'choice', options: [{ code: 'a1', label: { zh: '白天', en: 'By day' } }, { code: 'b2', label: { zh: '夜里', en: 'At night' } }] }

describe('a change of a form', () => {
  it.each([
    ['zh', ['第 1 页第 1 题「怎么回事」怎么回答 一段文字 → 单选', '第 1 页第 1 题「怎么回事」的选项 没有 → 白天，夜里']],
    ['en', ['Page 1, question 1 “What happened”: how to answer Several lines of text → One of a list', 'Page 1, question 1 “What happened”: choices nothing → By day, At night']],
  ] as const)('is told as the editor would, in %s', (lang, expected) => {
    expect(tell(SLUG.forms, [form(dog), form(asChoice)], lang)).toEqual(expected)
  })

  it('tells what came, went, and where', () => {
    const other: Question = { key: 'q9', kind: 'yesNo', label: { zh: '还在响吗' } }
    expect(tell(SLUG.forms, [form(dog), form(dog, other)])).toEqual(['新增第 1 页第 2 题「还在响吗」 → 是 / 否，选答'])
    expect(tell(SLUG.forms, [form(dog, other), form(dog)])).toEqual(['去掉第 1 页第 2 题「还在响吗」'])
    expect(tell(SLUG.forms, [form(dog, other), form(other, dog)])?.[0]).toMatch(/换了位置/)
  })

  it('is left to others where a side cannot be read', () => {
    expect(tell(SLUG.forms, [{ code: 'f-1' }, form(dog)])).toBeUndefined()
  })
})

const register = (more: Partial<RegisterDef> = {}): RegisterDef => ({ ...form({ key: 'name', kind: 'text', label: { zh: '店名' }, required: true }), subject: 'place', titleQuestion: 'name', grid: 'required', viewers: [], editors: [], open: false, matterTypes: [], ...more })

it('a change of a register is told', () => {
  expect(tell(SLUG.registers, [register(), register({ subject: 'organisation', grid: 'none', symbol: 'shop', open: true, matterTypes: ['report', 'gone-1'], viewers: ['clerk', 'boss'], editors: ['gone-2'] })])).toEqual([
    '记的是什么 场所 → 单位', '挂不挂网格 每条都要 → 不挂', '地图符号 不画符号 → 店铺', '谁能看 有权限的人都可以 → 窗口、主任', '谁能改 有权限的人都可以 → （已经没有了）', '对居民公开 否 → 是', '哪些事项可以指向条目 没有 → 问题反映、（已经没有了）',
  ])
})

const step = { code: 's1', phase: 'intake', name: { zh: '待受理' }, kind: 'start' } as const
const final = { code: 's2', phase: 'archive', name: { zh: '归档' }, kind: 'final' } as const
const go = { code: 't1', name: { zh: '受理' }, from: ['s1'], to: 's2', actors: ['staff'], permission: 'matter.accept', guards: [], inputs: [], effects: [], signals: ['accepted'], tone: 'main' } as const
const flow = (more: object = {}, of: object = {}) => ({ code: 'w-1', name: { zh: '流程' }, reopenDays: 30, steps: [{ ...step, ...of }, final], transitions: [{ ...go, ...more }] }) as unknown as WorkflowDef

it('a change of a workflow is told', () => {
  expect(tell(SLUG.workflows, [flow(), flow({ permission: 'matter.route', actors: ['staff', 'rule'], to: 'same', signals: ['assigned'], cites: 'rule-9#1' }, { phase: 'routing' })])).toEqual([
    '步骤「待受理」：环节 受理 → 分流', '动作「受理」：到哪一步 归档 → 留在原处', '动作「受理」：谁可以 工作人员 → 工作人员、分流规则', '动作「受理」：权限 受理 → 分流', '动作「受理」：时限 受理 → 分派', '动作「受理」：依据 没有 → 《督办制度》的「多久答复」',
  ])
})

const rule = (more: object = {}) => ({ code: 'r1', name: { zh: '夜里的声音' }, on: true, match: 'all', conditions: [{ field: 'category', op: 'within', codes: ['noise'] }], result: { kind: 'team', team: 'night' }, mode: 'trusted', ...more })
const rules = (...list: object[]) => ({ code: 'set', name: { zh: '规则' }, rules: list }) as unknown as RoutingSet

it('a change of rules is told with the sentence of the rule', () => {
  expect(tell(SLUG.routing, [rules(rule()), rules(rule({ result: { kind: 'unit', unit: 'east' }, mode: 'proposed' }), rule({ code: 'r2', name: { zh: '其他' } }))])).toEqual([
    expect.stringMatching(/^第 1 条规则「夜里的声音」 规则 1：.*噪声.*夜巡队 → 规则 1：.*东片$/), '第 1 条规则「夜里的声音」：方式 直接派 → 先建议，由分流员确认', '新增第 2 条规则「其他」',
  ])
})

const limit = { code: 'l1', clock: 'resolve', name: { zh: '办结：5 个工作日' }, amount: 5, unit: 'workingDays', start: ['accepted'], stop: ['handled'], pause: [], thresholds: [{ percent: 100, act: 'tellLead' }] } as const
const limits = (more: object = {}) => ({ code: 'set', name: { zh: '时限' }, limits: [{ ...limit, ...more }] }) as unknown as LimitSet

it('a change of limits is told', () => {
  expect(tell(SLUG.limits, [limits(), limits({ amount: 3, category: 'noise', stop: ['verified'], thresholds: [{ percent: 80, act: 'remindOwner' }], cites: 'rule-9' })])).toEqual([
    '「办结：5 个工作日」：类别 没有 → 噪声', '「办结：5 个工作日」：多久 5 个工作日 → 3 个工作日', '「办结：5 个工作日」：到什么时候停 办完了 → 核查过了', '「办结：5 个工作日」：快到和超了怎么办 到期 告诉负责人 → 80% 提醒承办人', '「办结：5 个工作日」：依据 没有 → 督办制度',
  ])
})

const routine = (more: Partial<RoutineDef> = {}): RoutineDef => ({ code: 'x-1', name: { zh: '日汇总' }, on: true, cadence: { kind: 'daily', workdaysOnly: true }, at: '17:00', opens: { kind: 'round', register: 'shops', form: 'round', title: { zh: '查店' } }, ...more })

it('a change of a routine is told', () => {
  expect(tell(SLUG.routines, [routine(), routine({ cadence: { kind: 'weekly', weekday: 5, shift: 'none' }, assign: { kind: 'team', team: 'night' }, limit: { amount: 2, unit: 'workingDays' } })])).toEqual([
    '什么时候 每个工作日 17:00 → 每周五 17:00', '给谁 不指定，按分流规则 → 夜巡队', '多久办完 不限 → 2 工作日',
  ])
  expect(tell(SLUG.routines, [routine(), routine({ at: '18:30' })])).toEqual(['几点 17:00 → 18:30'])

  const opens = (more: object) => routine({ opens: { kind: 'matter', matterType: 'report', title: { zh: '汇总' }, text: { zh: '请核对' }, answers: {}, fills: [], ...more } })
  expect(tell(SLUG.routines, [opens({ answers: { q3: 'w' } }), opens({ answers: { q3: 'w', q2: '夜里响' }, fills: [{ question: 'q2', measure: 'received', period: 'week', categories: ['noise'] }] })])).toEqual([
    '开出什么：预填的回答 多久了：一个星期 → 多久了：一个星期；怎么回事：夜里响', '开出什么：自动填的数 没有 → 怎么回事：新收（一周、噪声）',
  ])
})
