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
    text('name', '名称', { required: true, localized: true, help: '居民选类别时看到的名称，用大家说的话。' }),
    link('parent', '上级类别', SLUG.categories, { index: true, help: '最上面一层留空。用过的类别不能换上级。' }),
    text('path', '路径', { readOnly: true, index: true, help: '由系统按上级算出，用来一次取出整枝类别。' }),
    num('severity', '严重程度', { min: 1, max: 4, defaultValue: 2, help: '1 一般，4 紧急。分流规则可以用。' }),
    text('keywords', '关键词', { help: '居民写的话里有这些词，就建议这一类。用顿号或空格隔开。' }),
    link('matterType', '默认事项类型', SLUG.types, { help: '选了这一类，就用这种事项类型的表单和流程；留空用街道的默认类型。' }),
    link('lead', '牵头岗位', SLUG.posts, { help: '这类风险由哪个岗位牵头。' }),
    choice('publicity', '公开范围', [['reporter', '只有报告人'], ['public', '可以公开']], { defaultValue: 'reporter', help: '“可以公开”只是允许，每一件仍要有人看过才公开。' }),
    text('help', '给居民的说明', { localized: true, help: '居民选类别时在名称下面看到，一句话说清包括什么。' }),
    text('notOurs', '不归街道时的指引', { localized: true, help: '填了这一项，居民选中时先看到它，例如“请拨 110”。' }),
    json('examples', '例子', { help: '写成 ["路灯不亮", "井盖松动"]，居民照着认类别。' }),
    num('order', '同级排序', { defaultValue: 0, help: '小的在前。' }),
    bool('active', '在用', { defaultValue: true, index: true, help: '停用后居民和同事都不能再选，已有的事项照旧。' }),
  ],
})
