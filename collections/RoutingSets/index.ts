import { definition } from '@/fields/definition'
import { SLUG } from '@/slugs'

export const RoutingSets = definition({
  slug: SLUG.routing,
  kind: 'routing',
  singular: '分流规则',
  plural: '分流规则',
  description: '从上到下第一条符合的规则生效，并把原因告诉经办人。规则只分派，不拒绝、不关闭。',
  help: '每条规则的条件、去向，以及“直接分派”还是“只作建议”。',
})
