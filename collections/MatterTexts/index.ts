import { nobody } from '@/access'
import { area, choice, instant, link, sealed, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** Texts that events point to. They can be erased; the event stays and says so (decisions.md 16). Closed on every door. */
export const MatterTexts = serviceOnly({
  slug: SLUG.texts,
  singular: '事项文字',
  plural: '事项文字',
  group: '事项',
  hidden: true,
  read: nobody,
  fields: [
    link('matter', '事项', SLUG.matters, { required: true, index: true }),
    choice('kind', '种类', [['description', '原话'], ['reason', '原因'], ['internal', '内部备注'], ['reply', '回复'], ['addition', '补充'], ['responsible', '责任单位']], { required: true }),
    area('text', '文字'),
    sealed(text('key', '摘要密钥')),
    instant('erasedAt', '擦除时间'),
  ],
})
