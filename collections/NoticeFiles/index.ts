import { accessAnd, accessOr, holds, ruled, staff } from '@/access'
import { bool, text } from '@/fields'
import { structure } from '@/fields/structure'

import { SLUG } from '@/slugs'
import { env } from '@/lib/env'
import { cleanFile } from './hooks/cleanFile'
import { withholdFile } from './hooks/withholdFile'

const shown = ruled('attached to what is published', () => ({ withheld: { equals: false }, internal: { not_equals: true } }))
const shownToStaff = ruled('attached to what is published', () => ({ withheld: { equals: false } }))

/** Files that residents download with a notice: told by their content, never opened by the portal's pages. */
export const NoticeFiles = structure({
  slug: SLUG.files,
  singular: '附件文件',
  plural: '附件文件',
  group: '发布',
  title: 'title',
  columns: ['title', 'filename', 'filesize'],
  description: '公告的附件：PDF、OFD、Word、Excel、PowerPoint。带宏的不收。公告发布以后居民才能下载。',
  publicRead: true,
  read: accessOr(holds('content.edit'), holds('content.publish'), shown, accessAnd(staff, shownToStaff)),
  write: holds('content.edit'),
  upload: {
    staticDir: `${env().DATA_DIR}/files`,
    pasteURL: false,
    disableLocalStorage: false,
    crop: false,
    focalPoint: false,
    modifyResponseHeaders: ({ headers }) => {
      headers.set('x-content-type-options', 'nosniff')
      headers.set('content-security-policy', "default-src 'none'; sandbox")
      headers.set('content-disposition', 'attachment')
      return headers
    },
  },
  hooks: { beforeOperation: [cleanFile], beforeChange: [withholdFile] },
  fields: [
    text('title', '名称', { required: true, localized: true, help: '居民看到的名称，例如“申请表”。' }),
    bool('withheld', '还没有公开', { readOnly: true, help: '附在公告上，公告发布以后居民才看得到。' }),
    bool('internal', '只给工作人员', { readOnly: true, help: '附在内部通知上的，只有工作人员看得到。' }),
  ],
})
