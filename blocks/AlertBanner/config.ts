import { area, choice, instant, text } from '@/fields'
import { address, blockOf } from '@/fields/blocks'

export const AlertBanner = blockOf('alertBanner', '警示横幅', [
  text('heading', '标题', { required: true, localized: true, help: '例如“暴雨黄色预警”。' }),
  choice('tone', '轻重', [['warn', '注意'], ['emergency', '紧急']], { defaultValue: 'warn', required: true }),
  area('text', '内容', { required: true, localized: true, help: '什么事、哪里、什么时候、要做什么。' }),
  instant('until', '显示到', { required: true, help: '到点自动收起，不留空白。' }),
  text('label', '链接文字', { localized: true }),
  address('href', '链接地址', false),
])
