import { accessAnd, nobody, ownOffice } from '@/access'
import { choice, instant, json, link, num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** One run of forgetting, and its certificate: how many, by which rules, a digest over the list. No personal data. */
export const ErasureRuns = serviceOnly({
  slug: SLUG.erasures,
  singular: '销毁记录',
  plural: '销毁记录',
  group: '系统',
  hidden: true,
  description: '每次到期销毁的凭证。在工作台的“保存期限”里看。',
  read: accessAnd(nobody, ownOffice),
  fields: [
    choice('state', '状态', [['running', '进行中'], ['done', '完成']], { required: true, index: true }),
    instant('startedAt', '开始', { required: true, index: true }),
    instant('finishedAt', '完成'),
    link('startedBy', '谁开始的', SLUG.users),
    json('rules', '当时的规则', { required: true }),
    text('rulesDigest', '规则摘要', { required: true }),
    num('planned', '名单件数', { required: true }),
    text('plannedDigest', '名单摘要', { required: true }),
    num('deleted', '删除', { required: true }),
    num('anonymised', '去标识', { required: true }),
    num('photos', '照片', { required: true }),
    num('held', '暂不销毁', { required: true }),
    num('failed', '没有成功', { required: true }),
    text('digest', '结果摘要', { required: true }),
    text('claim', '认领'),
    instant('claimedAt', '认领时间'),
  ],
})
