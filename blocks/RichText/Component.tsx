import { RichText as Lexical, type JSXConvertersFunction } from '@payloadcms/richtext-lexical/react'
import type { SerializedEditorState, SerializedLexicalNode } from '@payloadcms/richtext-lexical/lexical'
import type { ReactNode } from 'react'
import { safeHref } from '@/domain/href'

export type RichTextProps = { heading?: string | null; body?: SerializedEditorState | null }

type LinkNode = { fields?: { url?: unknown; newTab?: unknown }; children: SerializedLexicalNode[] }
type Drawing = { node: unknown; nodesToJSX: (args: { nodes: SerializedLexicalNode[] }) => ReactNode[] }

/** A link whose address runs nothing and hides nothing; any other is the words it stands on. */
const link = ({ node, nodesToJSX }: Drawing): ReactNode => {
  const { fields, children } = node as LinkNode
  const words = nodesToJSX({ nodes: children })
  if (typeof fields?.url !== 'string' || !safeHref(fields.url)) return <>{words}</>
  return (
    <a href={fields.url} {...(fields.newTab === true ? { target: '_blank', rel: 'noopener noreferrer' } : {})}>
      {words}
    </a>
  )
}

const converters: JSXConvertersFunction = ({ defaultConverters }) => ({ ...defaultConverters, link, autolink: link })

export const RichText = ({ heading, body }: RichTextProps) => (
  <section className="block-text">
    {heading ? <h2>{heading}</h2> : null}
    {body ? <Lexical data={body} converters={converters} /> : null}
  </section>
)
