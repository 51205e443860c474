import type { CollectionConfig } from 'payload'
import { idOf } from '@/lib/idOf'

const LANGS = ['zh', 'en'] as const

/** Where staff see a page or a notice as residents will, its newest draft: never cached, found by nobody, framed only by the administration. */
const previewAddress = (kind: 'pages' | 'notices' | 'services') => ({ data, locale }: { data: Record<string, unknown>; locale: { code: string } }): string | null => {
  const id = idOf(data)
  const lang = LANGS.find((each) => each === locale.code) ?? 'zh'
  return id ? `/admin/preview/${lang}/plain/${kind}/${id}` : null
}

/** A preview beside the form, as wide as a telephone or a desk, made anew whenever a draft is saved. */
export const livePreview = (kind: 'pages' | 'notices' | 'services'): Pick<NonNullable<CollectionConfig['admin']>, 'livePreview'> => ({
  livePreview: {
    url: previewAddress(kind),
    breakpoints: [{ name: 'phone', label: '手机', width: 390, height: 844 }, { name: 'desktop', label: '电脑', width: 1280, height: 800 }],
  },
})
