import { area, bool, choice, code, link, num, text } from '@/fields'
import { structure } from '@/fields/structure'
import { holds } from '@/access'
import { keepInternal } from './hooks/keepInternal'
import { SLUG } from '@/slugs'

export const NoticeColumns = structure({
  slug: SLUG.columns,
  singular: '栏目',
  plural: '栏目',
  group: '发布',
  title: 'name',
  columns: ['name', 'code', 'staleDays', 'internal'],
  description: '公告分哪些栏目，谁负责，审几次，多久没更新算过期。',
  write: holds('content.edit'),
  hooks: { beforeChange: [keepInternal] },
  fields: [
    code(),
    text('name', '名称', { required: true, localized: true, help: '居民看到的栏目名。' }),
    area('purpose', '用途', { localized: true, help: '一句话说这里放什么，写稿的人和居民都看得到。' }),
    link('ownerTeam', '负责队伍', SLUG.teams, { help: '谁对栏目更新负责。' }),
    link('ownerUnit', '负责网格', SLUG.units, { help: '由某个网格负责的，选在这里。' }),
    num('staleDays', '几天没更新要提醒', { min: 1, defaultValue: 180, help: '超过这些天没有新公告，就提醒编辑。' }),
    {
      name: 'reviews',
      label: '审核',
      labels: { singular: '审', plural: '审核' },
      type: 'array',
      maxRows: 3,
      admin: { description: '发布前审几次，依次是一审、二审、三审；一次也没有的，有发布权限的人直接发布。写稿的人不能审自己的稿，一个人一轮只能审一次。' },
      fields: [link('role', '由谁审', SLUG.roles, { required: true, help: '有这个角色的人来审。' })],
    },
    choice('needs', '必须填的', [['issuer', '发文机关'], ['writtenAt', '成文日期'], ['validUntil', '有效至'], ['files', '附件'], ['cover', '封面图']], { many: true, help: '缺了就不能送审。标题和正文总是要有的。' }),
    text('numbering', '文号字头', { help: '首次发布时自动编号，例如“建街发”编成“建街发〔2026〕3号”；留空用栏目名。' }),
    bool('internal', '只给工作人员', { defaultValue: false, help: '内部通知，居民看不到。栏目里有了公告就不能再改。' }),
    num('order', '排序', { defaultValue: 0, help: '小的在前。' }),
  ],
})
