import { accessAnd, nobody, ownOffice } from '@/access'
import { choice, instant, json, link, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** One entry of a register in one round of checks, and what was found there. */
export const RoundChecks = serviceOnly({
  slug: SLUG.checks,
  singular: '检查记录',
  plural: '检查记录',
  group: '结构',
  title: 'title',
  hidden: true,
  description: '一轮检查里的一处。在工作台的检查里看和填。',
  read: accessAnd(nobody, ownOffice),
  fields: [
    link('run', '哪一轮', SLUG.runs, { required: true, index: true }),
    link('entry', '条目', SLUG.entries, { required: true, index: true }),
    text('title', '名称', { required: true }),
    link('unit', '网格', SLUG.units),
    text('path', '网格路径', { index: true }),
    choice('state', '状态', [['open', '待查'], ['done', '已查'], ['skipped', '没查成']], { required: true }),
    link('formVersion', '表单版本', SLUG.definitions),
    json('answers', '结果'),
    text('note', '说明'),
    link('matter', '转成的事项', SLUG.matters),
    link('doneBy', '检查人', SLUG.users),
    instant('doneAt', '检查时间'),
  ],
  indexes: [{ fields: ['run', 'entry'], unique: true }, { fields: ['run', 'state'] }],
})
