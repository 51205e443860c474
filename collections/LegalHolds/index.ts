import { accessAnd, nobody, ownOffice } from '@/access'
import { area, instant, link } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { SLUG } from '@/slugs'

/** What must be kept for now, though its time is over: one matter or one entry, why, and until when that is looked at again. */
export const LegalHolds = serviceOnly({
  slug: SLUG.legalHolds,
  singular: '暂不销毁',
  plural: '暂不销毁',
  group: '事项',
  hidden: true,
  description: '因诉讼、复议、审计等暂不能销毁的事项和条目。在工作台里设置和解除。',
  read: accessAnd(nobody, ownOffice),
  fields: [
    link('matter', '事项', SLUG.matters, { index: true }),
    link('entry', '台账条目', SLUG.entries, { index: true }),
    area('reason', '原因', { required: true }),
    link('setBy', '设置人', SLUG.users),
    instant('setAt', '设置时间', { required: true }),
    instant('reviewBy', '何时再看', { required: true, index: true }),
    instant('liftedAt', '解除时间', { index: true }),
    link('liftedBy', '解除人', SLUG.users),
    area('liftReason', '解除原因'),
  ],
})
