import { bool, code, instant, json, text } from '@/fields'
import { structure } from '@/fields/structure'
import { SLUG } from '@/slugs'
import { checkRoutine } from './hooks/checkRoutine'
import { setNext } from './hooks/setNext'

export const Routines = structure({
  slug: SLUG.routines,
  singular: '例行工作',
  plural: '例行工作',
  group: '结构',
  title: 'name',
  columns: ['name', 'code', 'active', 'nextAt'],
  description: '到了日子自己开出来的工作：日汇总、周评估、月会商、抽查。',
  hooks: { beforeChange: [checkRoutine, setNext] },
  fields: [
    code(),
    text('name', '名称', { required: true, localized: true, help: '同事认得的名称。' }),
    json('definition', '安排', { required: true, help: '多久一次、开出什么、给谁、多久办完。' }),
    bool('active', '在用', { defaultValue: true, help: '停用后到了日子也不开。' }),
    instant('nextAt', '下一次', { readOnly: true, help: '由系统按安排算出。' }),
  ],
})
