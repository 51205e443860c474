import { nobody } from '@/access'
import { bool, instant, json, link, num, sealed, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** Other systems that are told when something happens here. Their secrets are sealed; the editor of the structure area is the only door. */
export const Webhooks = serviceOnly({
  slug: SLUG.webhooks,
  singular: '对外通知',
  plural: '对外通知',
  group: '系统',
  title: 'name',
  hidden: true,
  read: nobody,
  fields: [
    text('name', '名称', { required: true }),
    text('address', '地址', { required: true }),
    json('events', '通知哪些事'),
    bool('active', '启用'),
    num('revision', '第几次改', { required: true }),
    sealed(text('secret', '密钥')),
    instant('secretAt', '密钥何时生成'),
    link('changedBy', '谁改的', SLUG.users),
    instant('lastSentAt', '上次送到'),
    instant('lastFaultAt', '上次失败'),
    text('lastFault', '上次失败原因'),
  ],
  indexes: [{ fields: ['office', 'active'] }],
})
