import { accessAnd, accessOr, holds, ownOffice } from '@/access'
import { choice, instant, json, link, num, sealed, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** Everything that was done with a notice on its way: kept for ever, never changed. */
export const NoticeSteps = serviceOnly({
  slug: SLUG.steps,
  singular: '审校记录',
  plural: '审校记录',
  group: '发布',
  description: '谁在哪一步审了什么、说了什么。由系统记，不能改。',
  columns: ['notice', 'act', 'level', 'person', 'at'],
  read: accessAnd(accessOr(holds('content.edit'), holds('content.publish')), ownOffice),
  fields: [
    text('notice', '公告', { required: true, index: true }),
    choice('act', '做了什么', [
      ['submit', '送审'], ['approve', '通过'], ['sendBack', '退回'], ['edit', '改稿，原审核作废'], ['schedule', '定时'], ['unschedule', '取消定时'], ['publish', '发布'],
      ['withdraw', '撤回'], ['archive', '归档'], ['expire', '到期失效'], ['override', '看过提醒，仍然送审'],
    ], { required: true }),
    num('round', '轮次', { required: true }),
    num('level', '第几审', { required: true }),
    link('person', '人员', SLUG.users),
    text('personName', '姓名'),
    text('note', '说明'),
    instant('at', '时间', { required: true }),
    text('digest', '内容摘要'),
    sealed(json('content', '当时的内容')),
    json('findings', '提醒'),
  ],
  indexes: [{ fields: ['notice', 'at'] }],
})
