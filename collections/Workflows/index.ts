import { definition } from '@/fields/definition'
import { SLUG } from '@/slugs'

export const Workflows = definition({
  slug: SLUG.workflows,
  kind: 'workflow',
  singular: '流程',
  plural: '流程',
  description: '事项从受理到归档经过哪些步骤、谁可以做什么。改的是草稿；点“发布”后新事项才用新版本。',
  help: '步骤、动作、需要填写的内容。保存时检查走不到的步骤、死路和自查自办。',
})
