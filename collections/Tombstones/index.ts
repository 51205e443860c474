import { accessAnd, nobody, ownOffice } from '@/access'
import { choice, instant, json, link, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** What is left of what was forgotten: code, type, dates and reason, so that nobody takes it for lost. No text of anybody. */
export const Tombstones = serviceOnly({
  slug: SLUG.tombstones,
  singular: '销毁后的记号',
  plural: '销毁后的记号',
  group: '系统',
  title: 'code',
  hidden: true,
  description: '已销毁的事项和条目只留下编号、类型、日期和原因。',
  read: accessAnd(nobody, ownOffice),
  fields: [
    link('run', '哪一次', SLUG.erasures, { index: true }),
    choice('kind', '种类', [['matter', '事项'], ['entry', '台账条目']], { required: true }),
    text('target', '原来的标识', { required: true, unique: true, index: true }),
    text('code', '编号', { required: true, index: true }),
    text('type', '类型代码', { required: true }),
    json('typeName', '类型名称'),
    text('category', '类别代码'),
    choice('mode', '怎样处理', [['delete', '删除'], ['anonymise', '去标识']], { required: true }),
    choice('reason', '原因', [['retention', '保存期满'], ['asked', '报告人要求']], { required: true }),
    json('rule', '依据的规则'),
    text('outcome', '结果'),
    instant('receivedAt', '收到'),
    instant('closedAt', '归档'),
    instant('lastAt', '最后动态'),
    instant('erasedAt', '销毁时间', { required: true, index: true }),
  ],
})
