import { nobody } from '@/access'
import { choice, instant, link, num, sealed, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/**
 * Who is signed in, from where, since when: one row a session, beside Payload's own list. A session without its row is none.
 * The device is a family of browser and system, nothing finer.
 */
export const StaffSessions = serviceOnly({
  slug: SLUG.sessions,
  singular: '登录',
  plural: '登录',
  group: '系统',
  hidden: true,
  read: nobody,
  fields: [
    link('person', '人员', SLUG.users, { required: true, index: true }),
    sealed(text('sid', '编号', { required: true, unique: true })),
    instant('since', '开始', { required: true }),
    instant('expiresAt', '到期', { required: true, index: true }),
    instant('lastSeenAt', '最近用过', { required: true }),
    instant('provenAt', '最近一次确认本人', { required: true }),
    instant('passedAt', '第二重验证通过'),
    num('tries', '验证码输错次数'),
    choice('way', '方式', [['password', '密码'], ['provider', '统一登录']]),
    text('address', '地址'),
    text('browser', '浏览器'),
    text('system', '系统'),
  ],
})
