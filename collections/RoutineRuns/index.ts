import { accessAnd, holds, ownOffice } from '@/access'
import { hiddenUnless } from '@/access/menu'
import { choice, instant, json, link, num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** Each time a routine was due, and what it opened. One row a routine and due moment, so that a run happens once. */
export const RoutineRuns = serviceOnly({
  slug: SLUG.runs,
  singular: '例行工作的一次',
  plural: '例行工作的每一次',
  group: '结构',
  title: 'title',
  hidden: hiddenUnless('structure.edit', 'health.view'),
  columns: ['title', 'dueAt', 'state', 'openedAt'],
  description: '每次到期开出了什么。只读。',
  read: accessAnd(holds('structure.view'), ownOffice),
  fields: [
    link('routine', '例行工作', SLUG.routines, { required: true, index: true }),
    text('title', '名称'),
    instant('dueAt', '应开时间', { required: true }),
    instant('openedAt', '开出时间'),
    choice('state', '状态', [['opened', '已开出'], ['failed', '没开成'], ['done', '已完成']], { required: true, index: true }),
    num('missed', '补开前错过几次'),
    text('error', '原因'),
    link('matter', '开出的事项', SLUG.matters),
    json('plan', '当时的安排'),
    link('team', '承办队伍', SLUG.teams),
    link('unit', '承办网格', SLUG.units),
    link('person', '承办人', SLUG.users),
    instant('limitAt', '办完期限'),
    num('total', '要查'),
    num('done', '已查'),
    instant('finishedAt', '完成时间'),
  ],
  indexes: [{ fields: ['routine', 'dueAt'], unique: true }],
})
