import { area, text } from '@/fields'
import { blockOf, heading, items } from '@/fields/blocks'

export const Accordion = blockOf('accordion', '问答折叠', [heading(), items('条', '各条', [text('title', '问题或标题', { required: true, localized: true }), area('text', '回答或内容', { required: true, localized: true })])])
