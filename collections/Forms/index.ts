import { definition } from '@/fields/definition'
import { SLUG } from '@/slugs'

export const Forms = definition({
  slug: SLUG.forms,
  kind: 'form',
  singular: '表单',
  plural: '表单',
  description: '居民和工作人员要回答的问题。改的是草稿；点“发布”后新事项才用新版本，在办的事项保持原来的版本。',
  help: '每页有哪些问题、什么时候显示、答案限制。保存时检查，不合规的问题会说明原因。',
})
