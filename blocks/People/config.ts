import type { Block } from 'payload'
import { area, link, text } from '@/fields'
import { SLUG } from '@/slugs'

export const People: Block = {
  slug: 'people',
  interfaceName: 'PeopleBlock',
  labels: { singular: '岗位', plural: '岗位' },
  fields: [
    text('heading', '小标题', { localized: true }),
    { name: 'items', label: '岗位', labels: { singular: '岗位', plural: '岗位' }, type: 'array', fields: [link('post', '岗位', SLUG.posts, { required: true }), area('text', '能帮您做什么', { localized: true })] },
  ],
}
