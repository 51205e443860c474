import { t } from '@/i18n'
import { BLOCK_TYPES } from '@/services/site/blocks/examples'
import type { BlockType } from '@/services/site/blocks/types'
import type { Desk } from '@/services/desk/desk'

const WORDS = ['heading', 'lead', 'phone', 'desktop', 'whenEmpty', 'emptyLead', 'use', 'open', 'list', 'home', 'frame', 'useHint'] as const

export type CatalogueEntry = { type: BlockType; name: string; about: string; /** What whoever writes the page reads in its place. */ empty: string; /** Where its example stands, drawn by the real component. */ example: string; frames: { phone: string; desktop: string } }
export type CatalogueView = { entries: CatalogueEntry[]; words: Record<(typeof WORDS)[number], string>; mayCreate: boolean }

/** Every block there is, as the catalogue shows it. */
export const catalogue = ({ lang, holds }: Pick<Desk, 'lang' | 'holds'>): CatalogueView => ({
  mayCreate: holds('content.edit'),
  words: Object.fromEntries(WORDS.map((key) => [key, t(lang, `blocks.catalogue.${key}`)])) as CatalogueView['words'],
  entries: BLOCK_TYPES.map((type) => {
    const name = t(lang, `blocks.name.${type}`)
    const framed = (width: 'phone' | 'desktop') => t(lang, 'blocks.catalogue.frame', { name, width: t(lang, `blocks.catalogue.${width}`) })
    return {
      type, name, about: t(lang, `blocks.about.${type}`), empty: t(lang, 'blocks.preview.empty', { name, why: t(lang, `blocks.empty.${type}`) }), example: `/admin/preview/${lang}/plain/blocks/${type}`,
      frames: { phone: framed('phone'), desktop: framed('desktop') },
    }
  }),
})
