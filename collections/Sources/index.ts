import { bool, choice, code, text } from '@/fields'
import { structure } from '@/fields/structure'
import { SLUG } from '@/slugs'

export const Sources = structure({
  slug: SLUG.sources,
  singular: '来源',
  plural: '来源',
  group: '结构',
  title: 'name',
  columns: ['name', 'kind', 'openToStaff', 'active'],
  description: '事项从哪里来：网页、热线、窗口、巡查……统计和分流都用得到。',
  fields: [
    code(),
    text('name', '名称', { required: true, localized: true, help: '登记时看到的名称。' }),
    choice('kind', '类型', [['web', '网页'], ['kiosk', '自助终端'], ['phone', '电话'], ['counter', '窗口'], ['patrol', '巡查'], ['duty', '值班'], ['import', '导入'], ['device', '设备'], ['api', '接口']], { required: true, help: '同一类型可以有几个来源，例如两条热线。居民自己反映的用“网页”。' }),
    bool('openToStaff', '工作人员登记时可选', { defaultValue: true, help: '勾上，工作人员登记来件时可以选它。' }),
    bool('active', '在用', { defaultValue: true, help: '停用后不能再选，已经登记的照旧。' }),
  ],
})
