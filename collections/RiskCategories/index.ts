import { bool, choice, code, json, link, num, text } from '@/fields'
import { structure } from '@/fields/structure'
import { SLUG } from '@/slugs'
import { keepPath } from '@/hooks/tree'

export const RiskCategories = structure({
  slug: SLUG.categories,
  singular: '风险类别',
  plural: '风险类别',
  group: '结构',
  title: 'name',
  columns: ['name', 'code', 'parent', 'severity', 'active'],
  description: '事项按什么分类。类别决定默认的事项类型、时限和分流。居民按这里的名称选择。',
  hooks: { beforeChange: [keepPath({ slug: SLUG.categories, matterPath: 'categoryPath' })] },
  fields: [
    code(),
    text('name', '名称', { required: true, localized: true }),
    link('parent', '上级类别', SLUG.categories, { index: true }),
    text('path', '路径', { readOnly: true, index: true }),
    num('severity', '严重程度', { min: 1, max: 4, defaultValue: 2, help: '1 一般，4 紧急。分流规则可以用。' }),
    text('keywords', '关键词', { help: '居民写的话里有这些词，就建议这一类。用顿号或空格隔开。' }),
    link('matterType', '默认事项类型', SLUG.types),
    link('lead', '牵头岗位', SLUG.posts, { help: '这类风险由哪个岗位牵头。' }),
    choice('publicity', '公开范围', [['reporter', '只有报告人'], ['public', '可以公开']], { defaultValue: 'reporter' }),
    text('help', '给居民的说明', { localized: true }),
    text('notOurs', '不归街道时的指引', { localized: true, help: '填了这一项，居民选中时先看到它，例如“请拨 110”。' }),
    json('examples', '例子'),
    num('order', '同级排序', { defaultValue: 0 }),
    bool('active', '在用', { defaultValue: true, index: true }),
  ],
})
