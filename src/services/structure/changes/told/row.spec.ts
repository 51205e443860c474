import { describe, expect, it } from 'vitest'
import type { Section } from '@/domain/package/sections'
import type { Teller } from '.'
import { bookOf } from './book'
import { plainTold } from './plain'
import { rowTold } from './row'

const book = bookOf({
  rows: [
    { section: 'units', rows: [{ code: 'east', name: { zh: '东片', en: 'East' } }, { code: 'west', name: { zh: '西片' } }] }, { section: 'posts', rows: [{ code: 'lead', name: { zh: '组长' } }] },
    { section: 'categories', rows: [{ code: 'noise', name: { zh: '噪声' } }] }, { section: 'levels', rows: [{ code: 'top', name: { zh: '中心' } }] },
  ],
  forms: [], documents: [], formOfType: new Map(), steps: [{ code: 'intake', name: { zh: '待受理' } }, { code: 'done', name: { zh: '归档' } }],
})

const teller = (lang: 'zh' | 'en' = 'zh'): Teller => ({ lang, book })
const line = ({ label, before, after }: { label: string; before?: string; after?: string }): string => [label, ...(before === undefined ? [] : [before]), ...(after === undefined ? [] : [`→ ${after}`])].join(' ')
const tell = (section: Section, before: object, after: object, lang: 'zh' | 'en' = 'zh'): string[] => rowTold({ section, kind: 'changed', before, after }, teller(lang)).map(line)

const clause = (code: string, text: string) => ({ code, heading: { zh: `说${code}` }, text: { zh: text } })
const day = { from: 540, to: 720 }

describe('what a package changes in a row is told as its editor would', () => {
  it.each<[Section, object, object, string[]]>([
    ['calendar', { week: { 1: [day, { from: 810, to: 1050 }], 2: [day] } }, { week: { 1: [day], 2: [] } }, ['周一的工作时间 09:00-12:00 13:30-17:30 → 09:00-12:00', '周二的工作时间 09:00-12:00 → 不上班']],
    ['calendarDays', { kind: 'workday' }, { kind: 'workday', hours: [day] }, ['上班时间 没有 → 09:00-12:00']],
    ['office', {}, { brand: { brand: '#aa3311' }, codePattern: 'digits14' }, ['主色 系统原来的颜色 → #aa3311', '网格编码 自己编 → 14 位数字']],
    ['office', { footer: { icp: '' } }, { footer: { icp: '京ICP备1号' } }, ['ICP 备案号 没有 → 京ICP备1号']],
    ['levels', { staffing: [{ kind: 'leadRequired' }] }, { staffing: [{ kind: 'size', post: 'lead', min: 1, max: 6 }, { kind: 'unitsPerPerson', max: 2 }] }, ['人员规则 格中定人：每格有 1 位负责人 → 组长每格 1 到 6 人；每人管 最多 2 格']],
    ['units', { parent: 'east', publicContact: { phone: '123' }, boundary: { type: 'Polygon' } }, { parent: 'west', closed: true, publicContact: { phone: '456' }, boundary: { type: 'MultiPolygon' } }, ['上级 东片 → 西片', '对外电话 123 → 456', '边界（改了）', '在用 是 → 否']],
    ['categories', { severity: 2, parent: 'noise', keywords: ['甲', '乙', '丙'] }, { severity: 4, keywords: ['乙', '丙', '丁'], lead: 'lead' }, ['严重程度 较重 → 紧急', '上级 噪声 → 没有', '关键词 甲、乙、丙 → 乙、丙、丁', '牵头 没有 → 组长']],
    ['categories', { keywords: ['甲', '乙', '丙', '丁'] }, { keywords: ['乙', '丙', '丁', '戊'] }, ['关键词：去掉 甲', '关键词：加上 → 戊']],
    ['teams', { seats: [{ code: 'a', name: { zh: '副组长' }, min: 4 }] }, { kind: 'leading', size: { max: 9 }, seats: [{ code: 'a', name: { zh: '副组长' }, min: 4, max: 12, leads: { min: 1, max: 2 } }] }, ['席位 副组长（至少 4 人） → 副组长（4 到 12 人、每人牵头 1 到 2 类）', '种类 队伍 → 领导小组', '最多人数 没有 → 9']],
    ['levels', { staffing: [1, 2, 3, 4].map((max) => ({ kind: 'size', max })) }, { staffing: [1, 2, 3, 5].map((max) => ({ kind: 'size', max })) }, ['人员规则：去掉 每格 最多 4 人', '人员规则：加上 → 每格 最多 5 人']],
    ['teams', { duty: { zh: '巡' } }, { duty: { zh: '巡' }, units: ['east', 'west'] }, ['服务哪些网格 全街道 → 东片；西片']],
    ['roles', { permissions: ['structure.view'] }, { permissions: ['structure.view', 'structure.edit'] }, ['权限 查看结构 → 查看结构、编辑结构']],
    ['ruleDocuments', { clauses: [clause('a', '甲'), clause('b', '乙')] }, { clauses: [clause('b', '丙'), clause('c', '丁')], edition: '2' }, ['去掉第 1 条「说a」 甲', '第 1 条「说b」 · 内容 乙 → 丙', '新增第 2 条「说c」 → 丁', '版次 1 → 2']],
    ['notices', { body: [{ zh: '甲' }] }, { body: [{ zh: '乙' }, { zh: '丙' }], alert: true }, ['第 1 段 甲 → 乙', '新增第 2 段 → 丙', '紧急提示 否 → 是']],
    ['pages', { blocks: [{ type: 'links', heading: { zh: '链接' }, items: [{ label: { zh: '首页' }, href: '/' }] }] }, { blocks: [{ type: 'links', heading: { zh: '链接' }, items: [{ label: { zh: '首页' }, href: '/report' }] }, { type: 'callout', tone: 'warn', text: { zh: '小心' } }] }, ['第 1 块「链接」 · 第 1 项「首页」 · 链接 / → /report', '新增第 2 块 → 提示框：小心']],
    ['standardReplies', { steps: ['intake'] }, { steps: ['intake', 'done'] }, ['步骤 待受理 → 待受理、归档']],
    ['tags', { name: { zh: '甲' } }, { name: { zh: '甲', en: 'A' } }, ['名称 · 英文 没有 → A']],
  ])('%s %j → %j', (section, before, after, expected) => {
    expect(tell(section, before, after)).toEqual(expected)
  })

  it('in the other language too', () => {
    expect(tell('units', { parent: 'east' }, { parent: 'west', closed: true }, 'en')).toEqual(['parent East → 西片', 'in use yes → no'])
  })

  it('says that something changed where nobody could read what', () => {
    expect(tell('tags', { name: { zh: '甲' } }, { name: { zh: '甲' }, colour: undefined })).toEqual(['其他内容（改了）'])
  })

  it('cuts what nobody would read', () => {
    expect(rowTold({ section: 'notices', kind: 'changed', before: {}, after: { title: { zh: '长'.repeat(1000) } } }, teller())[0]?.after).toHaveLength(301)
  })
})

describe('of a row that is new', () => {
  it.each<[Section, object, string[]]>([
    ['units', { code: 'n', name: { zh: '新' }, level: 'top', parent: 'east' }, ['层级 → 中心', '上级 → 东片']], ['calendarDays', { date: '2026-05-01', kind: 'holiday' }, ['种类 → 放假']], ['tags', { code: 'x' }, []],
  ])('%s %j is told where it stands', (section, after, expected) => {
    expect(rowTold({ section, kind: 'added', after }, teller()).map(line)).toEqual(expected)
  })

  it('that goes, its name says enough', () => {
    expect(rowTold({ section: 'units', kind: 'removed', before: { parent: 'east' } }, teller())).toEqual([])
  })
})

it('rows of the database are told in the same words as those of a file', () => {
  const naming = (value: string) => (value === 'id-west' ? { zh: '西片' } : value === 'id-east' ? { zh: '东片' } : undefined)
  const stored = plainTold({
    before: { parent: 'id-east', active: true, keywords: '甲、乙', clauses: [{ id: 'x1', ...clause('a', '甲') }], address: { zh: null, en: null } },
    after: { parent: 'id-west', active: false, keywords: '甲、丙', clauses: [{ id: 'x2', ...clause('a', '乙') }], address: { zh: '', en: '' } }, teller: teller(), naming,
  })
  expect(stored.map(line)).toEqual(['上级 东片 → 西片', '在用 是 → 否', '关键词 甲、乙 → 甲、丙', '第 1 条「说a」 · 内容 甲 → 乙'])
})
