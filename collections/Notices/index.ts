import { accessAnd, accessOr, holds, ownOffice, published, ruled, staff } from '@/access'
import { bool, code, instant, link, text, choice, sealed } from '@/fields'
import { richText } from '@/fields/richText'
import { livePreview } from '@/fields/preview'
import { privacySeen } from '@/fields/privacySeen'
import { structure } from '@/fields/structure'
import { onlyPublishers } from '@/hooks/onlyPublishers'
import { releasePictures } from '@/hooks/releasePictures'
import { scanBeforePublic } from '@/hooks/scanBeforePublic'
import { SLUG } from '@/slugs'
import { keepChain, noteDraft, noteWritten } from './hooks/keepChain'
import { keepDates } from './hooks/keepDates'
import { keepOut } from './hooks/keepOut'
import { onlyForActivities, onlyForInternal } from './conditions'

const forResidents = ruled('for residents', () => ({ internal: { not_equals: true } }))

export const Notices = structure({
  slug: SLUG.notices,
  singular: '公告',
  plural: '公告',
  group: '发布',
  title: 'title',
  columns: ['title', 'column', 'publishedAt', 'pinned', '_status'],
  description: '发给居民看的消息，也有给工作人员的内部通知。写好存草稿，到工作台“公告”送审；栏目定了要审的，审完才能发布。',
  publicRead: true,
  read: accessOr(holds('content.edit'), accessAnd(published, forResidents), accessAnd(staff, published, ownOffice)),
  write: holds('content.edit'),
  readVersions: accessOr(holds('content.edit'), holds('content.publish')),
  versions: { drafts: { autosave: false }, maxPerDoc: 50 },
  ...livePreview('notices'),
  hooks: { beforeOperation: [noteDraft], beforeChange: [keepDates, keepChain, onlyPublishers, scanBeforePublic], afterChange: [noteWritten, releasePictures], beforeDelete: [keepOut] },
  fields: [
    { name: 'chain', type: 'ui', admin: { position: 'sidebar', components: { Field: '@/components/admin/ChainLink.client#ChainLink' } } },
    code('网址的最后一段，用拼音或英文和数字，例如 heating-2026。'),
    text('title', '标题', { required: true, localized: true, help: '一句话说清是什么事，居民在列表里只看到它。' }),
    link('column', '栏目', SLUG.columns, { required: true, help: '放在哪个栏目。' }),
    text('issuer', '发文机关', { localized: true, help: '以谁的名义发，例如“某某街道办事处”；留空用本街道的名称。' }),
    instant('writtenAt', '成文日期', { help: '文件上写的日期，不能晚于发布日期，发布以后不能改。' }),
    richText('body', '正文'),
    { ...link('cover', '封面图', SLUG.media, { help: '可以没有。图片要有说明，看不到图的人靠它。' }), type: 'upload' } as ReturnType<typeof link>,
    link('files', '附件', SLUG.files, { many: true, help: 'PDF、OFD、Word、Excel、PowerPoint。' }),
    choice('importance', '重要程度', [['normal', '普通'], ['important', '重要'], ['urgent', '紧急']], { defaultValue: 'normal', help: '只影响列表里的标记；要在每一页顶上显示，请发“紧急提示”。' }),
    instant('validFrom', '有效自', { help: '从什么时候起有效，可以留空。' }),
    instant('validUntil', '有效至', { help: '到这天以后标为“已失效”，仍然可以看。' }),
    choice('kind', '种类', [['notice', '公告'], ['activity', '活动']], { defaultValue: 'notice', help: '活动要写时间和地点，居民可以加进日历。' }),
    { ...instant('startsAt', '活动开始', { help: '活动从什么时候开始。' }), admin: { condition: onlyForActivities, date: { pickerAppearance: 'dayAndTime', displayFormat: 'yyyy-MM-dd HH:mm' } } } as ReturnType<typeof instant>,
    { ...instant('endsAt', '活动结束', { help: '到什么时候结束。' }), admin: { condition: onlyForActivities, date: { pickerAppearance: 'dayAndTime', displayFormat: 'yyyy-MM-dd HH:mm' } } } as ReturnType<typeof instant>,
    { ...text('place', '活动地点', { localized: true }), admin: { condition: onlyForActivities } } as ReturnType<typeof text>,
    link('units', '只给这些网格', SLUG.units, { many: true, help: '留空给所有人；选了网格的，只在这些网格和下级的页面、选了这些网格的列表里出现。' }),
    bool('mustRead', '要签收', { defaultValue: false, help: '内部通知：下面这些人要点“已阅”，没点的会提醒。' }),
    { ...link('readTeams', '哪些队伍要签收', SLUG.teams, { many: true }), admin: { condition: onlyForInternal, description: '三项都留空，全体工作人员都要签收。' } } as ReturnType<typeof link>,
    { ...link('readUnits', '哪些网格的人要签收', SLUG.units, { many: true }), admin: { condition: onlyForInternal } } as ReturnType<typeof link>,
    { ...link('readRoles', '哪些角色要签收', SLUG.roles, { many: true }), admin: { condition: onlyForInternal } } as ReturnType<typeof link>,
    bool('pinned', '置顶', { help: '排在列表和首页最前面。' }),
    instant('pinnedUntil', '置顶到', { help: '到时自动取消置顶；留空就一直置顶。' }),
    text('number', '文号', { readOnly: true, sidebar: true, help: '首次发布时按栏目和年份自动编。' }),
    instant('publishedAt', '发布日期', { readOnly: true, sidebar: true, help: '首次发布时自动填写，谁也不能改。' }),
    { ...bool('archived', '归档'), admin: { hidden: true } } as ReturnType<typeof bool>,
    { ...bool('forUnits', '只给网格'), admin: { hidden: true } } as ReturnType<typeof bool>,
    { ...bool('internal', '内部'), admin: { hidden: true } } as ReturnType<typeof bool>,
    sealed(bool('alert', '紧急提示')),
    sealed(instant('alertUntil', '紧急提示至')),
    privacySeen,
  ],
})
