import { definition } from '@/fields/definition'
import { SLUG } from '@/slugs'

export const Registers = definition({
  slug: SLUG.registers,
  kind: 'register',
  singular: '台账',
  plural: '台账',
  description: '街道自己定的清单：场所、设施、活动、物资……不列居民。改的是草稿；点“发布”后条目按新版本填写。',
  help: '有哪些栏目、挂不挂网格、多久复核、谁能看谁能改。保存时检查，不合规的栏目会说明原因。',
})
