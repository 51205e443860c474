import { accessAnd, nobody, ownOffice } from '@/access'
import { choice, instant, json, link, num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** Files of structure that were read, checked and compared, waiting to be applied or done with. */
export const StructureImports = serviceOnly({
  slug: SLUG.imports,
  singular: '结构导入',
  plural: '结构导入',
  group: '系统',
  title: 'name',
  hidden: true,
  description: '读进来、检查过、等着应用的文件。在“结构包”和各编辑器里看。',
  read: accessAnd(nobody, ownOffice),
  fields: [
    choice('kind', '种类', [['package', '结构包'], ['categories', '类别'], ['units', '网格'], ['entries', '条目']], { required: true }),
    text('name', '文件名'),
    text('subject', '对象'),
    choice('state', '状态', [['reading', '读取中'], ['refused', '有问题'], ['staged', '可以应用'], ['applying', '应用中'], ['applied', '已应用'], ['failed', '没有应用成'], ['dropped', '放弃']], { required: true, index: true }),
    json('staged', '内容'),
    json('problems', '问题'),
    json('diff', '差别'),
    text('base', '比较时的结构'),
    text('batch', '结构变更'),
    text('reason', '原因'),
    text('error', '失败原因'),
    num('done', '已处理'),
    num('total', '共'),
    link('requestedBy', '导入人', SLUG.users),
    instant('requestedAt', '导入时间', { required: true }),
    instant('appliedAt', '应用时间'),
  ],
})
