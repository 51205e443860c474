import { accessAnd, holds, ownOffice } from '@/access'
import { choice, instant, json, link, num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** Long work that follows from a change of structure: done in short stretches, with progress, and taken up again after a stop. */
export const Tasks = serviceOnly({
  slug: SLUG.tasks,
  singular: '后台任务',
  plural: '后台任务',
  group: '系统',
  title: 'kind',
  columns: ['kind', 'state', 'done', 'total', 'requestedAt', 'finishedAt'],
  description: '改动结构之后由系统接着做的事，例如重新计算时限、迁移在办事项的网格。只读，进度也在工作台的体检页。',
  read: accessAnd(holds('health.view'), ownOffice),
  fields: [
    choice('kind', '种类', [['reclock', '重新计算时限'], ['repath', '迁移网格'], ['migrate', '在办事项换流程版本']], { required: true }),
    choice('state', '状态', [['waiting', '等待'], ['running', '进行中'], ['done', '完成']], { required: true, index: true }),
    text('subject', '对象'),
    json('input', '依据'),
    text('cursor', '做到哪里'),
    num('done', '已处理', { required: true }),
    num('total', '共'),
    num('tries', '失败次数', { required: true }),
    text('error', '上次失败'),
    text('claim', '认领'),
    instant('claimedAt', '认领时间'),
    instant('dueAt', '何时做', { required: true }),
    link('requestedBy', '改动人', SLUG.users),
    instant('requestedAt', '改动时间', { required: true }),
    instant('finishedAt', '完成时间'),
  ],
  indexes: [{ fields: ['office', 'state', 'kind'] }],
})
