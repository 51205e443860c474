import { accessAnd, accessOr, holds, published, ruled, staff } from '@/access'
import { area, bool, choice, code, instant, link, num, text } from '@/fields'
import { privacySeen } from '@/fields/privacySeen'
import { structure } from '@/fields/structure'
import { scanBeforePublic } from '@/hooks/scanBeforePublic'
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
  hooks: { beforeChange: [keepEdition, scanBeforePublic], beforeDelete: [keepAcknowledged] },
  fields: [
    code(),
    text('number', '文号', { help: '正式发文的编号，没有就留空。' }),
    text('title', '标题', { required: true, localized: true, help: '文件全名。' }),
    choice('kind', '种类', [['system', '制度'], ['measure', '办法'], ['plan', '预案'], ['standard', '标准']], { defaultValue: 'system', help: '只用来分类。' }),
    choice('audience', '谁能看', [['public', '公开'], ['staff', '工作人员']], { defaultValue: 'public', required: true, help: '“公开”的，居民在网站上能看到。' }),
    text('edition', '版次', { required: true, defaultValue: '1', help: '内容有变就换一个版次，受约束的人重新签收。' }),
    instant('effectiveAt', '施行日期', { help: '到了这天才要签收。' }),
    area('summary', '摘要', { localized: true, help: '一两句话说它管什么。' }),
    {
      name: 'clauses',
      label: '条款',
      labels: { singular: '条', plural: '条款' },
      type: 'array',
      fields: [
        text('code', '条款代码', { required: true, help: '时限和流程用 文件代码#条款代码 引用。' }),
        text('heading', '条目', { localized: true, help: '例如“第三条 首问负责”。' }),
        area('text', '内容', { required: true, localized: true, help: '条款正文。签收以后要改，先换版次。' }),
      ],
    },
    link('boundTeams', '需要签收的队伍', SLUG.teams, { many: true, help: '勾了“需要签收”又留空的，全体工作人员都要签收。' }),
    bool('mustAcknowledge', '需要签收', { defaultValue: false, help: '勾上，受约束的人要在工作台签收。' }),
    privacySeen,
    num('order', '排序', { defaultValue: 0, help: '小的在前。' }),
  ],
})
