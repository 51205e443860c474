import { accessOr, holds, publishedOr } from '@/access'
import { code, instant, text } from '@/fields'
import { livePreview } from '@/fields/preview'
import { privacySeen } from '@/fields/privacySeen'
import { structure } from '@/fields/structure'
import { onlyPublishers } from '@/hooks/onlyPublishers'
import { releasePictures } from '@/hooks/releasePictures'
import { scanBeforePublic } from '@/hooks/scanBeforePublic'
import { SLUG } from '@/slugs'
import { pageBlocks } from '@blocks/index'
import { keepSchedule } from './hooks/keepSchedule'

export const Pages = structure({
  slug: SLUG.pages,
  singular: '页面',
  plural: '页面',
  group: '发布',
  title: 'title',
  columns: ['title', 'code', '_status', 'updatedAt'],
  description: '由积木拼成的页面，例如“关于我们”。先写代码和标题，再一块一块加内容，写好点“发布修改”。',
  publicRead: true,
  read: publishedOr('content.edit'),
  write: holds('content.edit'),
  readVersions: accessOr(holds('content.edit'), holds('content.publish')),
  versions: { drafts: { autosave: false }, maxPerDoc: 50 },
  ...livePreview('pages'),
  hooks: { beforeChange: [onlyPublishers, keepSchedule, scanBeforePublic], afterChange: [releasePictures] },
  fields: [
    code('网址的最后一段，用拼音或英文，例如 about；居民在“网站地址/pages/about”看到这一页。代码写 home 的一页发布后就是首页。'),
    text('title', '标题', { required: true, localized: true, help: '页面顶上的标题。' }),
    { name: 'blocks', label: '内容', labels: { singular: '积木', plural: '积木' }, type: 'blocks', blocks: pageBlocks, admin: { description: '每种积木是什么样子、什么时候用，看“发布 → 积木目录”。' } },
    instant('publishAt', '定时发布', { sidebar: true, index: true, help: '存草稿后，到点自动发布最新的草稿；停机期间到点的，恢复后补上。要有发布权限。' }),
    instant('withdrawAt', '定时撤下', { sidebar: true, index: true, help: '到点自动撤下，变回草稿。发布以后才算数。' }),
    privacySeen,
  ],
})
