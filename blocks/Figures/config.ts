import { link } from '@/fields'
import { blockOf, heading } from '@/fields/blocks'
import { SLUG } from '@/slugs'

export const Figures = blockOf('figures', '办理数字', [heading(), link('unit', '哪个网格', SLUG.units, { help: '留空为全街道。数字由系统算，5 以下的不显示。' })])
