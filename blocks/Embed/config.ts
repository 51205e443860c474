import { link } from '@/fields'
import { blockOf, heading } from '@/fields/blocks'
import { SLUG } from '@/slugs'

export const Embed = blockOf('embed', '嵌入另一页', [heading(), link('page', '哪一页', SLUG.pages, { required: true, help: '那一页改了，这里跟着改；那一页里再嵌的不显示。' })])
