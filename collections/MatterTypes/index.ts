import { bool, choice, code, link, num, text } from '@/fields'
import { structure } from '@/fields/structure'
import { SLUG } from '@/slugs'
import { proveForKeeping } from '@/hooks/proveForKeeping'
import { onePlain } from './hooks/onePlain'

export const MatterTypes = structure({
  slug: SLUG.types,
  singular: '事项类型',
  plural: '事项类型',
  group: '结构',
  title: 'name',
  columns: ['name', 'code', 'prefix', 'form', 'workflow', 'active'],
  description: '一类事项用哪张表单、哪个流程、怎样编号、谁可以提出、谁看得到。',
  hooks: { beforeChange: [proveForKeeping, onePlain] },
  fields: [
    code(),
    text('name', '名称', { required: true, localized: true, help: '居民和同事看到的名称。' }),
    text('intro', '给居民的一句话', { localized: true, help: '说清这一类管什么、多久有回音。' }),
    text('prefix', '编号前缀', { required: true, help: '两到六个大写字母，例如 SQ；编号为 前缀+年-序号。' }),
    link('form', '表单', SLUG.forms, { required: true, help: '新事项用这张表单现在生效的版本。' }),
    link('workflow', '流程', SLUG.workflows, { required: true, help: '新事项走这个流程现在生效的版本；在办的走完原来的版本。' }),
    choice('openBy', '谁可以提出', [['resident', '居民'], ['staff', '工作人员']], { many: true, required: true, help: '只勾“工作人员”的，居民反映时用不到。' }),
    choice('publicity', '公开范围', [['reporter', '只有报告人'], ['public', '可以公开']], { defaultValue: 'reporter', required: true, help: '“可以公开”只是允许，每一件仍要有人看过才公开。' }),
    choice('confidentiality', '保密', [['normal', '一般'], ['restricted', '限制查看']], { defaultValue: 'normal', required: true, help: '限制查看的事项，每次打开都留审计记录。' }),
    num('reopenDays', '归档后几天内可以重开', { min: 0, max: 365, defaultValue: 30, required: true, help: '报告人在这些天里可以要求重新办理；0 表示不能重开。' }),
    num('contactRetentionDays', '联系方式保留天数', { min: 1, max: 3650, help: '留空用街道的设置。' }),
    num('retentionDays', '整件事项保留天数', { min: 365, max: 36500, help: '从最后一次动态算起，留空用街道的设置。' }),
    choice('retentionMode', '到期后', [['anonymise', '去标识'], ['delete', '删除']], { help: '去标识留下数字，删除只留下编号、类型和日期。' }),
    num('maxPhotos', '最多几张照片', { min: 0, max: 6, defaultValue: 6, required: true, help: '居民一次最多能传几张，0 表示不收照片。' }),
    bool('listed', '没选类别时用它', { defaultValue: false, help: '居民说不清是哪一类、或类别没有指定事项类型时，按这一类受理。全街道只能勾一个；一个都不勾，居民反映入口就关着。' }),
    bool('active', '在用', { defaultValue: true, help: '停用后不能再开这一类，在办的照旧办完。' }),
  ],
})
