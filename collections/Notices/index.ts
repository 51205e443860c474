import { accessOr, holds, publishedOr } from '@/access'
import { bool, code, instant, link, text } from '@/fields'
import { richText } from '@/fields/richText'
import { livePreview } from '@/fields/preview'
import { privacySeen } from '@/fields/privacySeen'
import { structure } from '@/fields/structure'
import { onlyPublishers } from '@/hooks/onlyPublishers'
import { releasePictures } from '@/hooks/releasePictures'
import { scanBeforePublic } from '@/hooks/scanBeforePublic'
import { SLUG } from '@/slugs'

export const Notices = structure({
  slug: SLUG.notices,
  singular: '公告',
  plural: '公告',
  group: '发布',
  title: 'title',
  columns: ['title', 'column', 'publishedAt', 'pinned', '_status'],
  description: '发给居民看的消息。编辑写草稿，有发布权限的人发布。',
  publicRead: true,
  read: publishedOr('content.edit'),
  write: holds('content.edit'),
  readVersions: accessOr(holds('content.edit'), holds('content.publish')),
  versions: { drafts: { autosave: false }, maxPerDoc: 50 },
  ...livePreview('notices'),
  hooks: { beforeChange: [onlyPublishers, scanBeforePublic], afterChange: [releasePictures] },
  fields: [
    code('网址的最后一段，用拼音或英文和数字，例如 heating-2026。'),
    text('title', '标题', { required: true, localized: true, help: '一句话说清是什么事，居民在列表里只看到它。' }),
    link('column', '栏目', SLUG.columns, { required: true, help: '放在哪个栏目。' }),
    richText('body', '正文'),
    instant('publishedAt', '发布日期', { help: '首次发布时自动填写，之后不能改。' }),
    bool('pinned', '置顶', { help: '排在列表和首页最前面，过了时候记得取消。' }),
    bool('alert', '紧急提示', { help: '在每一页顶上显示，只用于影响安全和出行的事。' }),
    instant('alertUntil', '紧急提示至', { help: '到点自动收起；留空就一直挂着。' }),
    privacySeen,
    link('units', '只给这些网格', SLUG.units, { many: true, help: '留空为全街道。' }),
  ],
})
