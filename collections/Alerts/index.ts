import { accessAnd, holds, ownOffice } from '@/access'
import { instant, link, num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** What stands above every page of the residents' site for a while: one step, one right, no review. */
export const Alerts = serviceOnly({
  slug: SLUG.alerts,
  singular: '紧急提示',
  plural: '紧急提示',
  group: '发布',
  title: 'zh',
  description: '在每一页顶上显示的紧急提示。在工作台发，到点自动收起。',
  columns: ['zh', 'from', 'until', 'endedAt'],
  read: accessAnd(holds('alert.publish'), ownOffice),
  fields: [
    text('zh', '内容', { required: true }),
    text('en', '英文'),
    text('path', '详情地址'),
    instant('from', '从', { required: true, index: true }),
    instant('until', '到', { required: true, index: true }),
    instant('endedAt', '收起时间'),
    link('startedBy', '谁发的', SLUG.users),
    link('endedBy', '谁收起的', SLUG.users),
    num('revision', '修订', { required: true }),
    text('movedFrom', '原公告', { unique: true }),
  ],
})
