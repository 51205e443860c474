import { choice, link } from '@/fields'
import { blockOf, heading } from '@/fields/blocks'
import { SLUG } from '@/slugs'

export const UnitMap = blockOf('unitMap', '网格图', [
  heading(),
  choice('shows', '显示什么', [['units', '各网格'], ['places', '各网格的公开场所'], ['matters', '各网格可以公开的在办事项']], { defaultValue: 'units', required: true, help: '图旁边总有列表；事项 5 件以下不显示。' }),
  link('unit', '只看哪一格下面', SLUG.units, { help: '留空从最上面一级开始。' }),
])
