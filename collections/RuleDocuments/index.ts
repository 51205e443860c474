import { accessAnd, accessOr, holds, published, ruled, staff } from '@/access'
import { area, bool, choice, code, instant, link, num, text } from '@/fields'
import { structure } from '@/fields/structure'
import { SLUG } from '@/slugs'
import { keepAcknowledged, keepEdition } from './hooks/keepEdition'

const forEverybody = ruled('for everybody', () => ({ audience: { equals: 'public' } }))

export const RuleDocuments = structure({
  slug: SLUG.rules,
  singular: '制度文件',
  plural: '制度文件',
  group: '制度',
  title: 'title',
  columns: ['number', 'title', 'audience', 'edition', '_status'],
  description: '制度、办法、预案。按条款写，时限和流程可以引用条款，受约束的人要签收。',
  publicRead: true,
  read: accessOr(holds('rules.edit'), accessAnd(staff, published), accessAnd(published, forEverybody)),
  write: holds('rules.edit'),
  readVersions: holds('rules.edit'),
  versions: { drafts: { autosave: false }, maxPerDoc: 100 },
  hooks: { beforeChange: [keepEdition], beforeDelete: [keepAcknowledged] },
  fields: [
    code(),
    text('number', '文号'),
    text('title', '标题', { required: true, localized: true }),
    choice('kind', '种类', [['system', '制度'], ['measure', '办法'], ['plan', '预案'], ['standard', '标准']], { defaultValue: 'system' }),
    choice('audience', '谁能看', [['public', '公开'], ['staff', '工作人员']], { defaultValue: 'public', required: true }),
    text('edition', '版次', { required: true, defaultValue: '1', help: '内容有变就换一个版次，受约束的人重新签收。' }),
    instant('effectiveAt', '施行日期'),
    area('summary', '摘要', { localized: true }),
    {
      name: 'clauses',
      label: '条款',
      labels: { singular: '条', plural: '条款' },
      type: 'array',
      fields: [
        text('code', '条款代码', { required: true, help: '时限和流程用 文件代码#条款代码 引用。' }),
        text('heading', '条目', { localized: true }),
        area('text', '内容', { required: true, localized: true }),
      ],
    },
    link('boundTeams', '需要签收的队伍', SLUG.teams, { many: true, help: '勾了“需要签收”又留空的，全体工作人员都要签收。' }),
    bool('mustAcknowledge', '需要签收', { defaultValue: false }),
    num('order', '排序', { defaultValue: 0 }),
  ],
})
