import { accessOr, holds, ruled } from '@/access'
import { bool, text } from '@/fields'
import { privacySeen } from '@/fields/privacySeen'
import { structure } from '@/fields/structure'
import { scanBeforePublic } from '@/hooks/scanBeforePublic'
import { SLUG } from '@/slugs'
import { env } from '@/lib/env'
import { cleanImage } from './hooks/cleanImage'
import { withhold } from './hooks/withhold'

/** Pictures that were there before this was kept have no mark, and stay public. */
const shown = ruled('shown in what is published', () => ({ withheld: { not_equals: true } }))

export const Media = structure({
  slug: SLUG.media,
  singular: '图片',
  plural: '图片',
  group: '发布',
  title: 'alt',
  columns: ['filename', 'alt', 'width', 'height'],
  description: '公告和页面用的图片。上传时重新编码，去掉拍摄位置等信息。居民反映的照片不在这里。',
  publicRead: true,
  read: accessOr(holds('content.edit'), holds('content.publish'), shown),
  write: holds('content.edit'),
  upload: {
    staticDir: `${env().DATA_DIR}/media`,
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
    pasteURL: false,
    disableLocalStorage: false,
    crop: false,
    focalPoint: false,
    modifyResponseHeaders: ({ headers }) => {
      headers.set('x-content-type-options', 'nosniff')
      headers.set('content-security-policy', "default-src 'none'; sandbox")
      headers.set('content-disposition', 'inline')
      return headers
    },
  },
  hooks: { beforeOperation: [cleanImage], beforeChange: [withhold, scanBeforePublic] },
  fields: [
    text('alt', '图片说明', { required: true, localized: true, help: '看不到图片的人靠它知道图里有什么。' }),
    privacySeen,
    bool('withheld', '还没有公开', { readOnly: true, help: '用到它的公告或页面发布以后，居民才看得到。' }),
  ],
})
