import { link } from '@/fields'
import { blockOf, count, heading } from '@/fields/blocks'
import { SLUG } from '@/slugs'

export const Services = blockOf('services', '办事指南', [heading(), link('lifeEvent', '哪一件人生大事', SLUG.lifeEvents, { help: '留空为全部事项。' }), count(30)])
