import { BlockquoteFeature, BoldFeature, FixedToolbarFeature, HeadingFeature, lexicalEditor, LinkFeature, OrderedListFeature, ParagraphFeature, UnorderedListFeature, UploadFeature } from '@payloadcms/richtext-lexical'
import type { Field } from 'payload'

/** Rich text with what a notice needs and no more: headings, lists, links, pictures. */
export const richText = (name: string, label: string): Field => ({
  name,
  label,
  type: 'richText',
  localized: true,
  editor: lexicalEditor({
    features: [
      ParagraphFeature(), HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }), BoldFeature(), UnorderedListFeature(), OrderedListFeature(),
      BlockquoteFeature(), LinkFeature({ enabledCollections: [] }), UploadFeature(), FixedToolbarFeature(),
    ],
  }),
})
