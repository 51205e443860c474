import { visibleMatters } from '@/access'
import { choice, instant, json, link, num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { recordLooksHook } from '@/hooks/recordLooks'
import { SLUG } from '@/slugs'

/** A running limit of a matter. `dueAt` is stored for sorting; overdue is always computed (domain.md §4). */
export const Clocks = serviceOnly({
  slug: SLUG.clocks,
  singular: '时限记录',
  plural: '时限记录',
  group: '事项',
  columns: ['matter', 'clock', 'state', 'dueAt', 'stoppedAt'],
  description: '每件事项的每个时限，连同它适用的版本。',
  read: visibleMatters('matter'),
  hooks: { afterOperation: [recordLooksHook] },
  fields: [
    link('matter', '事项', SLUG.matters, { required: true, index: true }),
    text('clock', '时限', { required: true }),
    json('limit', '适用的时限', { required: true }),
    link('limitVersion', '时限版本', SLUG.definitions),
    choice('state', '状态', [['notStarted', '未开始'], ['running', '计时'], ['paused', '暂停'], ['met', '按期'], ['overdue', '超时'], ['missed', '逾期完成'], ['ended', '不计']], { required: true }),
    instant('startedAt', '开始'),
    instant('dueAt', '到期', { index: true }),
    instant('warnAt', '预警'),
    instant('stoppedAt', '停止'),
    json('done', '已执行的提醒点'),
    num('nextPercent', '下一个提醒点'),
    instant('nextAt', '下一个提醒时间', { index: true }),
  ],
  indexes: [{ fields: ['matter', 'clock'], unique: true }],
})
