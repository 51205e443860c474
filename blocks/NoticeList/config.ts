import { link } from '@/fields'
import { blockOf, count, heading } from '@/fields/blocks'
import { SLUG } from '@/slugs'

export const NoticeList = blockOf('noticeList', '公告列表', [heading(), link('column', '栏目', SLUG.columns, { help: '留空为全部栏目。' }), count(12)])
