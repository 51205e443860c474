import { visibleMatters } from '@/access'
import { choice, instant, json, link, num, sealed, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { recordLooksHook } from '@/hooks/recordLooks'
import { SLUG } from '@/slugs'

/** Append-only record of everything that happened to a matter, in order. Never edited or deleted (domain.md §3 rule 3). */
export const MatterEvents = serviceOnly({
  slug: SLUG.events,
  singular: '流转记录',
  plural: '流转记录',
  group: '事项',
  title: 'action',
  columns: ['matter', 'seq', 'action', 'actorName', 'at'],
  description: '事项经过的每一步，只追加，不修改。',
  read: visibleMatters('matter'),
  hooks: { afterOperation: [recordLooksHook] },
  fields: [
    link('matter', '事项', SLUG.matters, { required: true, index: true }),
    num('seq', '序号', { required: true }),
    num('round', '轮次'),
    instant('at', '时间', { required: true }),
    choice('kind', '种类', [['transition', '流转'], ['act', '办理'], ['system', '系统']], { required: true }),
    text('action', '动作', { required: true }),
    json('name', '动作名称'),
    text('stepFrom', '原步骤'),
    text('stepTo', '新步骤'),
    text('phaseTo', '新环节'),
    choice('actorKind', '谁', [['staff', '工作人员'], ['reporter', '报告人'], ['system', '系统'], ['rule', '规则']], { required: true }),
    link('actor', '人员', SLUG.users),
    text('actorName', '姓名'),
    json('signals', '时限信号'),
    json('data', '内容'),
    json('reason', '自动决定的原因'),
    json('residentLine', '给报告人看的话'),
    link('ruleVersion', '规则版本', SLUG.definitions),
    sealed(json('texts', '文字')),
    sealed(text('previous', '前一条摘要')),
    sealed(text('digest', '摘要')),
  ],
  indexes: [{ fields: ['matter', 'seq'], unique: true }, { fields: ['office', 'at'] }],
})
