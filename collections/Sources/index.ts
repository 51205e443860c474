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
    text('name', '名称', { required: true, localized: true }),
    choice('kind', '类型', [['web', '网页'], ['kiosk', '自助终端'], ['phone', '电话'], ['counter', '窗口'], ['patrol', '巡查'], ['duty', '值班'], ['import', '导入'], ['device', '设备'], ['api', '接口']], { required: true }),
    bool('openToStaff', '工作人员登记时可选', { defaultValue: true }),
    bool('active', '在用', { defaultValue: true }),
  ],
})
