import { holds, ruled } from '@/access'
import { text } from '@/fields'
import { structure } from '@/fields/structure'
import { SLUG } from '@/slugs'
import { env } from '@/lib/env'
import { cleanImage } from './hooks/cleanImage'

export const Media = structure({
  slug: SLUG.media,
  singular: '图片',
  plural: '图片',
  group: '发布',
  title: 'alt',
  columns: ['filename', 'alt', 'width', 'height'],
  description: '公告和页面用的图片。上传时重新编码，去掉拍摄位置等信息。居民反映的照片不在这里。',
  publicRead: true,
  read: ruled('everybody', () => true),
  write: holds('content.edit'),
  upload: {
    staticDir: `${env().DATA_DIR}/media`,
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
    pasteURL: false,
    disableLocalStorage: false,
    crop: false,
    focalPoint: false,
  },
  hooks: { beforeOperation: [cleanImage] },
  fields: [text('alt', '图片说明', { required: true, localized: true, help: '看不到图片的人靠它知道图里有什么。' })],
})
