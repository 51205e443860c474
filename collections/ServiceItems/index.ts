import { accessOr, holds, publishedOr } from '@/access'
import { AUDIENCES, ONLINE_WAYS } from '@/domain/services/types'
import { area, choice, code, link, num, text } from '@/fields'
import { livePreview } from '@/fields/preview'
import { privacySeen } from '@/fields/privacySeen'
import { structure } from '@/fields/structure'
import { onlyPublishers } from '@/hooks/onlyPublishers'
import { releasePictures } from '@/hooks/releasePictures'
import { scanBeforePublic } from '@/hooks/scanBeforePublic'
import { SLUG } from '@/slugs'
import { checkLinks } from './hooks/checkLinks'
import { day, forms, materials, steps } from './parts'

const AUDIENCE_LABELS: Record<(typeof AUDIENCES)[number], string> = { person: '个人', organisation: '企业和单位' }
const ONLINE_LABELS: Record<(typeof ONLINE_WAYS)[number], string> = { none: '网上还不能办', matter: '在本站填表', link: '到别的网站办' }

export const ServiceItems = structure({
  slug: SLUG.services,
  singular: '办事事项',
  plural: '办事事项',
  group: '发布',
  title: 'name',
  columns: ['name', 'missing', 'lifeEvents', 'order', '_status'],
  description: '办事指南：一件事一页，要素写全。缺什么，列表里有提示；公开了还缺要素的，健康检查会提醒。',
  ...livePreview('services'),
  publicRead: true,
  read: publishedOr('content.edit'),
  write: holds('content.edit'),
  readVersions: accessOr(holds('content.edit'), holds('content.publish')),
  versions: { drafts: { autosave: false }, maxPerDoc: 50 },
  hooks: { beforeChange: [checkLinks, onlyPublishers, scanBeforePublic], afterChange: [releasePictures] },
  fields: [
    code('网址的最后一段，用拼音或英文和数字，例如 elder-allowance。'),
    text('name', '事项名称', { required: true, localized: true, help: '正式名称。' }),
    area('summary', '一句话说清', { localized: true, help: '谁能办、办了有什么用、怎么办最省事。' }),
    { name: 'missing', label: '还缺的要素', type: 'ui', admin: { components: { Field: '@/components/admin/GuideMissing.client#GuideMissing', Cell: '@/components/admin/GuideMissing.client#GuideMissingCell' } } },
    text('aliases', '老百姓怎么说', { help: '居民会怎么搜，用顿号隔开，例如“开证明、办社保卡”。' }),
    link('lifeEvents', '人生事件', SLUG.lifeEvents, { many: true, help: '放在哪几组里。' }),
    choice('audience', '谁来办', AUDIENCES.map((value) => [value, AUDIENCE_LABELS[value]] as const), { many: true, defaultValue: ['person'], help: '办理对象。' }),
    area('basis', '设定依据', { localized: true, help: '法律、法规、文件的名称、文号和条款。' }),
    area('conditions', '申请条件', { localized: true, help: '一行一条。' }),
    materials,
    text('place', '办理地点', { localized: true, help: '地址、楼层、几号窗口。' }),
    text('body', '办理机构', { localized: true, help: '哪个机构办，由哪个窗口受理。' }),
    text('fee', '收费标准', { localized: true, help: '不收费就写“不收费”。' }),
    text('legalLimit', '法定时限', { localized: true, help: '法律规定最长多久，例如“20 个工作日”。' }),
    text('promisedLimit', '承诺时限', { localized: true, help: '本街道承诺多久，例如“当场办结”。' }),
    num('visits', '要跑几次', { min: 0, max: 9, help: '0 为不用跑；留空不显示。' }),
    text('hours', '办理时间', { localized: true, help: '例如“周一至周五 9:00–12:00，13:30–17:30”。' }),
    text('phone', '联系电话', { help: '问这件事打的电话。' }),
    steps,
    forms,
    area('remedy', '不服怎么办', { localized: true, help: '复议、投诉的途径。' }),
    link('units', '哪些网格能办', SLUG.units, { many: true, help: '留空为全街道。' }),
    link('counters', '可以预约的窗口', SLUG.serviceCounters, { many: true, help: '选了，指南上就有“预约窗口”。' }),
    choice('online', '网上办', ONLINE_WAYS.map((value) => [value, ONLINE_LABELS[value]] as const), { defaultValue: 'none', help: '如实选：还不能办就说不能办。' }),
    link('onlineType', '在本站办用的事项类型', SLUG.types, { help: '居民可以发起的类型。' }),
    text('onlineHref', '在别的网站办的网址', { help: 'https:// 开头。' }),
    link('agentType', '代办用的事项类型', SLUG.types, { help: '居民请网格员代办时，网格员在工作台用它开一件。留空就是不代办。' }),
    text('officialCode', '事项编码', { sidebar: true, help: '政务服务事项的编码，没有就留空。' }),
    day('validFrom', '从哪天起有效', '到这天居民才看得到；留空为马上。'),
    day('validUntil', '到哪天为止', '过了这天居民看不到；留空为一直有效。'),
    privacySeen,
    num('order', '排序', { defaultValue: 0, sidebar: true, help: '小的在前。' }),
  ],
})
