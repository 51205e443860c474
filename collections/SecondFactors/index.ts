import { nobody } from '@/access'
import { instant, json, link, num, sealed, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** A person's second factor: the secret sealed under a key outside the database, of the recovery codes only keyed hashes. */
export const SecondFactors = serviceOnly({
  slug: SLUG.factors,
  singular: '第二重验证',
  plural: '第二重验证',
  group: '系统',
  hidden: true,
  read: nobody,
  fields: [
    link('person', '人员', SLUG.users, { required: true, unique: true }),
    sealed(text('cipher', '密文')),
    text('keyId', '密钥'),
    sealed(json('recovery', '恢复码')),
    num('lastStep', '上次用过的时刻'),
    num('revision', '修订'),
    num('failed', '输错次数'),
    instant('lockedUntil', '锁到'),
    instant('confirmedAt', '启用时间'),
    instant('resetAt', '重置时间'),
    text('resetBy', '重置人'),
    instant('toldAt', '已告知本人'),
  ],
})
