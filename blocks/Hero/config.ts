import { area } from '@/fields'
import { blockOf, heading } from '@/fields/blocks'

export const Hero = blockOf('hero', '三件常办的事', [heading(), area('text', '一句话', { localized: true, help: '写在三个入口上面，不写也可以。' })])
