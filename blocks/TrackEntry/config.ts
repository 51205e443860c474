import { area } from '@/fields'
import { blockOf, heading } from '@/fields/blocks'

export const TrackEntry = blockOf('trackEntry', '查进度入口', [heading(), area('text', '一句话', { localized: true, help: '不写就用系统的话。' })])
