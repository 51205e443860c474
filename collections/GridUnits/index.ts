import { bool, choice, code, instant, json, link, num, text } from '@/fields'
import { structure } from '@/fields/structure'
import { SLUG } from '@/slugs'
import { checkBoundary } from './hooks/checkBoundary'
import { keepPlace } from './hooks/keepPlace'
import { takeAlong } from './hooks/takeAlong'

export const GridUnits = structure({
  slug: SLUG.units,
  singular: '网格',
  plural: '网格',
  group: '结构',
  title: 'name',
  columns: ['name', 'code', 'level', 'parent', 'lead', 'active'],
  description: '辖区树上的每一格：它属于谁、谁负责、居民打哪个电话。用过的网格不能删除，只能停用。',
  hooks: { beforeChange: [checkBoundary, keepPlace], afterChange: [takeAlong] },
  fields: [
    code('上级给的网格编码，或自己编的号。'),
    text('name', '名称', { required: true, localized: true, help: '居民认得的地名。' }),
    link('level', '层级', SLUG.levels, { required: true, help: '要比上级低、比下级高。' }),
    link('parent', '上级网格', SLUG.units, { help: '最上面一格留空。改了上级，下级网格跟着走，在办事项随后迁移，进度在工作台的体检页；已归档的事项不动。', index: true }),
    text('path', '路径', { readOnly: true, index: true, help: '由系统按上级算出，用来一次取出整棵子树。' }),
    choice('kind', '类型', [['area', '片区'], ['community', '社区'], ['business', '商圈'], ['compound', '小区或院落'], ['building', '楼群'], ['door', '楼门'], ['special', '特殊区域']], { defaultValue: 'area', help: '只用来认识和统计，不影响办理。' }),
    text('address', '地址', { localized: true, help: '居民按地址找格子时用。' }),
    link('lead', '负责人', SLUG.users, { help: '格中定人：每格都要有。' }),
    link('officers', '网格员', SLUG.users, { many: true, help: '除负责人以外，平时管这一格的人。' }),
    text('publicName', '对外显示的负责人', { help: '居民在“我的网格”里看到的称呼，例如“网格员 小李”。留空只显示岗位。' }),
    text('publicPhone', '对外电话', { help: '居民在“我的网格”里看到；留空显示街道电话。' }),
    text('publicHours', '对外服务时间', { localized: true, help: '什么时候打得通。' }),
    json('boundary', '边界（GeoJSON）', { help: 'Polygon 或 MultiPolygon，经纬度用 WGS-84。' }),
    link('successors', '并入或分成', SLUG.units, { many: true, readOnly: true, help: '停用的网格由哪几格接着管；合并和拆分时由系统写。' }),
    instant('closedAt', '停用时间', { readOnly: true, help: '由系统写。' }),
    num('order', '同级排序', { defaultValue: 0, help: '小的在前。' }),
    bool('active', '在用', { defaultValue: true, index: true, help: '下面没有在用的网格和在办的事项时才能停用。' }),
  ],
})
