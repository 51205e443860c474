import { area } from '@/fields'
import { blockOf, heading } from '@/fields/blocks'

export const ReportEntry = blockOf('reportEntry', '反映入口', [heading(), area('text', '一句话', { localized: true, help: '说清什么事可以在这里反映；不写就用系统的话。' })])
