import { visibleMatters } from '@/access'
import { choice, instant, json, link, num, sealed, text } from '@/fields'
import { serviceOnly } from '@/fields/serviceOnly'
import { recordLooksHook } from '@/hooks/recordLooks'
import { SLUG } from '@/slugs'

/** Photos of matters: re-encoded, upright, without metadata. The bytes are served by a door that checks who asks. */
export const Attachments = serviceOnly({
  slug: SLUG.attachments,
  singular: '附件',
  plural: '附件',
  group: '事项',
  description: '事项的照片。上传时重新编码，去掉拍摄位置等信息；谁能看由事项决定。',
  columns: ['matter', 'stage', 'visibility', 'width', 'height', 'addedAt'],
  read: visibleMatters('matter'),
  hooks: { afterOperation: [recordLooksHook] },
  fields: [
    link('matter', '事项', SLUG.matters, { index: true }),
    sealed(text('draft', '草稿', { index: true })),
    choice('stage', '阶段', [['report', '反映'], ['handling', '办理'], ['supervision', '核查'], ['addition', '补充']], { required: true }),
    sealed(text('file', '文件')),
    text('mime', '格式'),
    num('width', '宽'),
    num('height', '高'),
    num('bytes', '字节'),
    sealed(text('sha256', '摘要')),
    choice('visibility', '谁能看', [['staff', '工作人员'], ['reporter', '报告人'], ['public', '公开']], { required: true }),
    choice('addedBy', '谁加的', [['reporter', '报告人'], ['staff', '工作人员']], { required: true }),
    link('person', '人员', SLUG.users),
    instant('addedAt', '时间', { required: true }),
    instant('erasedAt', '擦除时间'),
    sealed(json('boxes', '遮盖的框')),
    instant('redactedAt', '遮盖时间'),
    link('redactedBy', '遮盖的人', SLUG.users),
    num('redaction', '遮盖次数'),
  ],
})
