import { definition } from '@/fields/definition'
import { SLUG } from '@/slugs'

export const LimitSets = definition({
  slug: SLUG.limits,
  kind: 'limits',
  singular: '时限',
  plural: '时限',
  description: '受理、首次回复、办结各限多久，按类别、事项类型和全街道从细到粗取用。',
  help: '每条时限的数量、单位、起止、暂停和提醒点。',
})
