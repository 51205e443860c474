import { visibleMatters } from '@/access'
import { bool, choice, instant, link, num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { recordLooksHook } from '@/hooks/recordLooks'
import { SLUG } from '@/slugs'

export const Assignments = serviceOnly({
  slug: SLUG.assignments,
  singular: '承办',
  plural: '承办',
  group: '事项',
  columns: ['matter', 'role', 'unit', 'team', 'person', 'active', 'from'],
  description: '谁主办、谁协办，从何时到何时。',
  read: visibleMatters('matter'),
  hooks: { afterOperation: [recordLooksHook] },
  fields: [
    link('matter', '事项', SLUG.matters, { required: true, index: true }),
    choice('role', '身份', [['lead', '主办'], ['party', '协办']], { required: true }),
    link('unit', '网格', SLUG.units),
    link('team', '队伍', SLUG.teams),
    link('person', '人员', SLUG.users),
    text('note', '分工'),
    instant('dueAt', '分工期限'),
    instant('from', '起', { required: true }),
    instant('until', '止'),
    bool('active', '有效'),
    num('round', '轮次'),
  ],
  indexes: [{ fields: ['team', 'active'] }, { fields: ['person', 'active'] }],
})
