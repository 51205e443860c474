import type { Field } from 'payload'
import { asked, bool } from './index'

const box = bool('privacySeen', '里面的号码、姓名、门牌可以公开', { sidebar: true, help: '发布时如果提示“像是个人信息”，逐条看过、确实可以公开，再勾上。只管这一次，并留下记录。' })

/** Says of one save that what looks like personal data in it was seen and may be public. Goes into the audit log, not into the row. */
export const privacySeen = asked({ ...box, admin: { ...box.admin, components: { Error: '@/components/admin/SaidError.client#SaidError' } } } as Field)
