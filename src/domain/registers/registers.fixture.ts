import type { RegisterDef } from './types'

/** A register as an office would make it: small shops that are looked at every three months. */
export const shops: RegisterDef = {
  code: 'shops',
  name: { zh: '七小门店', en: 'Small shops' },
  intro: { zh: '小餐饮、小旅店等门店的消防和卫生情况。', en: 'Fire safety and hygiene of small shops.' },
  subject: 'organisation',
  titleQuestion: 'name',
  grid: 'required',
  symbol: 'shop',
  review: { every: 3, unit: 'months', remindDays: 7 },
  viewers: [],
  editors: [],
  open: true,
  matterTypes: ['report'],
  pages: [{
    title: { zh: '基本情况', en: 'Basics' },
    questions: [
      { key: 'name', kind: 'text', label: { zh: '店名', en: 'Name' }, required: true, publicity: 'public' },
      { key: 'kind', kind: 'choice', label: { zh: '类别', en: 'Kind' }, required: true, publicity: 'public', options: [{ code: 'food', label: { zh: '小餐饮', en: 'Food' } }, { code: 'inn', label: { zh: '小旅店', en: 'Inn' } }] },
      { key: 'staff', kind: 'number', label: { zh: '从业人员数', en: 'Number of staff' }, integer: true, min: 0, max: 500 },
      { key: 'gas', kind: 'yesNo', label: { zh: '用气吗？', en: 'Does it use gas?' } },
      { key: 'alarm', kind: 'multiChoice', label: { zh: '燃气设施', en: 'Gas fittings' }, options: [{ code: 'alarm', label: { zh: '报警器' } }, { code: 'valve', label: { zh: '自闭阀' } }], showIf: { match: 'all', rows: [{ question: 'gas', op: 'is', value: true }] } },
    ],
  }],
}
