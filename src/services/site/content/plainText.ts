type Node = { type?: unknown; text?: unknown; children?: unknown; root?: unknown }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

const walk = (node: unknown): string => {
  if (!isNode(node)) return ''
  if (typeof node.text === 'string') return node.text
  const inner = Array.isArray(node.children) ? node.children.map(walk).join('') : ''
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'listitem' ? `${inner}\n` : inner
}

/** The words of a rich text, one paragraph a line. */
export const plainText = (body: unknown): string => (isNode(body) ? walk(body.root).trim() : '')

/** Its paragraphs. */
export const paragraphsOf = (body: unknown): string[] => plainText(body).split('\n').map((line) => line.trim()).filter(Boolean)
