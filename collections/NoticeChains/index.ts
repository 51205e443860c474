import { accessAnd, accessOr, holds, ownOffice } from '@/access'
import { choice, instant, json, num, sealed, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** Where each notice stands in the chain of reviews: one row a notice, moved by one service alone. */
export const NoticeChains = serviceOnly({
  slug: SLUG.chains,
  singular: '公告流程',
  plural: '公告流程',
  group: '发布',
  description: '每条公告走到三审三校的哪一步。由系统记，不能改。',
  columns: ['notice', 'step', 'live', 'level', 'changedAt'],
  read: accessAnd(accessOr(holds('content.edit'), holds('content.publish')), ownOffice),
  fields: [
    text('notice', '公告', { required: true, unique: true }),
    text('code', '代码', { index: true }),
    choice('step', '环节', [['draft', '草稿'], ['review', '审核中'], ['approved', '已审定'], ['scheduled', '定时'], ['done', '无待发内容']], { required: true, index: true }),
    choice('live', '对外', [['none', '没有发布'], ['published', '已发布'], ['expired', '已失效'], ['withdrawn', '已撤回'], ['archived', '已归档']], { required: true, index: true }),
    num('level', '第几审', { required: true }),
    num('levels', '共几审', { required: true }),
    num('round', '轮次', { required: true }),
    num('revision', '修订', { required: true }),
    text('digest', '送审内容摘要'),
    sealed(json('writers', '写稿人')),
    sealed(json('submitted', '送审内容')),
    instant('publishAt', '定时发布', { index: true }),
    instant('validUntil', '有效至', { index: true }),
    instant('firstPublishedAt', '首次发布'),
    instant('remindedAt', '上次提醒'),
    instant('changedAt', '变动时间', { required: true }),
  ],
})
