import { choice } from '@/fields'
import { blockOf, count, heading } from '@/fields/blocks'

export const RuleList = blockOf('ruleList', '制度文件列表', [
  heading(), choice('kind', '哪一类', [['all', '全部'], ['system', '制度'], ['measure', '办法'], ['plan', '预案'], ['standard', '规范']], { defaultValue: 'all', required: true }), count(50),
])
