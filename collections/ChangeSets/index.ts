import { accessAnd, accessOr, holds, ownOffice, ruled } from '@/access'
import { hiddenUnless } from '@/access/menu'
import { instant, json, link, num, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { CLOSED_UNLESS } from '@/services/structure/changes/closed'
import { SLUG } from '@/slugs'

/** What happened to entries of registers is told by their own pages, which know who may see them. */
const noEntries = ruled('no entries of registers', () => ({ table: { not_equals: SLUG.entries } }))

/** The history of people and of what they may do is for those who see them. */
const opened = CLOSED_UNLESS.map(({ tables, rights }) => accessOr(...rights.map(holds), ruled(`no ${tables.join(', ')}`, () => ({ table: { not_in: [...tables] } }))))

/** Every change of structure: who, when, before, after. Undoing applies the inverse as a new change (decisions.md 5). */
export const ChangeSets = serviceOnly({
  slug: SLUG.changes,
  singular: '结构变更',
  plural: '结构变更',
  group: '系统',
  title: 'label',
  hidden: hiddenUnless('structure.edit', 'structure.publish', 'audit.view', 'grants.edit', 'settings.edit'),
  columns: ['at', 'label', 'table', 'actor', 'reason'],
  description: '结构的每一次改动。',
  read: accessAnd(holds('structure.view'), ownOffice, noEntries, ...opened),
  fields: [
    instant('at', '时间', { required: true, index: true }),
    link('actor', '人员', SLUG.users),
    text('table', '表', { required: true }),
    text('target', '行', { required: true, index: true }),
    text('label', '名称'),
    text('reason', '原因'),
    json('before', '改前'),
    json('after', '改后'),
    text('batch', '同一次改动', { index: true }),
    num('count', '共几行'),
    text('undoes', '撤销的是'),
    text('undoneBy', '被撤销于'),
  ],
})
