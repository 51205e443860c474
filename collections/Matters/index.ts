import { visibleMatters } from '@/access'
import { serviceOnly } from '@/fields/serviceOnly'
import { recordLooksHook } from '@/hooks/recordLooks'
import { SLUG } from '@/slugs'
import { matterFields } from './fields'
import { transitionEndpoint, actEndpoint } from './endpoints'
import { addEndpoints } from '@/fields/addEndpoints'

const matters = serviceOnly({
  slug: SLUG.matters,
  singular: '事项',
  plural: '事项',
  group: '事项',
  title: 'number',
  columns: ['number', 'title', 'phase', 'step', 'ownerTeam', 'dueAt', 'receivedAt'],
  description: '只读。办理事项请到工作台。',
  read: visibleMatters(),
  hooks: { afterOperation: [recordLooksHook] },
  components: { edit: { beforeDocumentControls: ['@/components/admin/DeskLink.client#DeskLink'] } },
  fields: matterFields,
  indexes: [
    { fields: ['office', 'number'], unique: true },
    { fields: ['office', 'open', 'dueAt'] },
    { fields: ['office', 'receivedAt', 'id'] },
    { fields: ['office', 'phase', 'receivedAt'] },
    { fields: ['path', 'receivedAt'] },
    { fields: ['ownerTeam', 'open', 'dueAt'] },
    { fields: ['ownerPerson', 'open', 'dueAt'] },
  ],
})

/** One case from its receipt to the archive. Only services write it; steps change through one door (domain.md §3). */
export const Matters = addEndpoints(matters, [transitionEndpoint, actEndpoint])
