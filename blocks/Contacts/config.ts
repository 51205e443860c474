import { choice, link, text } from '@/fields'
import { blockOf, heading, items } from '@/fields/blocks'
import { SLUG } from '@/slugs'

export const Contacts = blockOf('contacts', '电话簿', [
  heading(),
  choice('source', '从哪来', [['office', '街道的电话'], ['units', '各网格的对外电话'], ['typed', '只有下面写的']], { defaultValue: 'office', required: true }),
  link('unit', '只看哪一格下面', SLUG.units, { help: '选“各网格”时用，留空为全部。' }),
  items('条', '另外写的', [
    text('name', '单位或岗位', { required: true, localized: true, help: '写单位、窗口、岗位，不写居民个人。' }), text('phone', '电话', { required: true }), text('hours', '什么时候有人接', { localized: true }), text('note', '管什么', { localized: true }),
  ]),
])
