import { accessAnd, ownOffice, staff } from '@/access'
import { hiddenFromEditors } from '@/access/menu'
import { choice, instant, json, link, num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** Immutable published versions of forms, workflows, limits and routing sets. Nothing here is ever edited (decisions.md 4). */
export const DefinitionVersions = serviceOnly({
  slug: SLUG.definitions,
  singular: '已发布版本',
  plural: '已发布版本',
  group: '结构',
  title: 'label',
  hidden: hiddenFromEditors,
  columns: ['label', 'kind', 'number', 'publishedAt', 'publishedBy'],
  description: '每次发布留下的版本，只读。在办事项一直用它开始时的版本。',
  read: accessAnd(staff, ownOffice),
  fields: [
    choice('kind', '种类', [['form', '表单'], ['workflow', '流程'], ['limits', '时限'], ['routing', '分流规则'], ['register', '台账']], { required: true }),
    text('code', '代码', { required: true, index: true }),
    text('label', '名称'),
    num('number', '版本号', { required: true }),
    json('definition', '内容', { required: true }),
    text('digest', '摘要'),
    instant('publishedAt', '发布时间'),
    link('publishedBy', '发布人', SLUG.users),
    text('reason', '发布说明'),
  ],
  indexes: [{ fields: ['office', 'kind', 'code', 'number'], unique: true }],
})
