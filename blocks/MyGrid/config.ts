import { area } from '@/fields'
import { blockOf, heading } from '@/fields/blocks'

export const MyGrid = blockOf('myGrid', '我的网格', [heading(), area('text', '一句话', { localized: true, help: '不写就用系统的话。' })])
