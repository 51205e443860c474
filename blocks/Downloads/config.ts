import { text } from '@/fields'
import { address, blockOf, heading, items } from '@/fields/blocks'

export const Downloads = blockOf('downloads', '下载', [
  heading(), items('份', '各份', [text('label', '名称', { required: true, localized: true }), address('href', '文件地址'), text('size', '大小', { help: '例如“1.2 MB”。' }), text('note', '说明', { localized: true })]),
])
