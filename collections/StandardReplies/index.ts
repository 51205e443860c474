import { area, code, link, text } from '@/fields'
import { structure } from '@/fields/structure'
import { SLUG } from '@/slugs'

export const StandardReplies = structure({
  slug: SLUG.replies,
  singular: '常用回复',
  plural: '常用回复',
  group: '事项',
  title: 'title',
  columns: ['title', 'categories', 'code'],
  description: '回复报告人时可以套用的话。套用后还能改。',
  fields: [
    code(),
    text('title', '标题', { required: true, localized: true, help: '选用时看到的短标题，居民看不到。' }),
    area('text', '正文', { required: true, localized: true, help: '套用后放进回复框，发出前可以改。' }),
    link('categories', '只用于这些类别', SLUG.categories, { many: true, help: '留空，所有类别都能用。' }),
    text('steps', '只用于这些步骤', { help: '步骤代码，用空格隔开；留空不限。' }),
  ],
})
