import { holds } from '@/access'
import { bool, text } from '@/fields'
import { structure } from '@/fields/structure'
import { SLUG } from '@/slugs'

export const TypoWords = structure({
  slug: SLUG.typos,
  singular: '易错词',
  plural: '易错词',
  group: '发布',
  title: 'wrong',
  columns: ['wrong', 'right', 'active'],
  description: '送审时检查的易错词。常见的已经带着，这里加自己的；写上同样的错词又停用，就不再提醒那一个。',
  write: holds('content.edit'),
  fields: [
    { ...text('wrong', '错的', { required: true, index: true, help: '原样出现在文章里就提醒，例如“登陆网站”。' }), maxLength: 40 } as ReturnType<typeof text>,
    { ...text('right', '对的', { required: true, help: '建议改成什么。' }), maxLength: 40 } as ReturnType<typeof text>,
    bool('active', '启用', { defaultValue: true, help: '停用后不再提醒。' }),
  ],
})
