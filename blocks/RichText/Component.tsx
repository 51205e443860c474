import { RichText as Lexical } from '@payloadcms/richtext-lexical/react'
import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'

export type RichTextProps = { heading?: string | null; body?: SerializedEditorState | null }

export const RichText = ({ heading, body }: RichTextProps) => (
  <section className="block block-text">
    {heading ? <h2>{heading}</h2> : null}
    {body ? <Lexical data={body} /> : null}
  </section>
)
