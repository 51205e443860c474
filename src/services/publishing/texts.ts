/** A text of a document and where it stands: names of fields and numbers of rows, from the outside in. */
export type PlacedText = { path: (string | number)[]; text: string }

/** What is no text of people's: keys, addresses, marks of the portal's own. */
const NO_TEXT = new Set(['id', 'office', 'code', 'blockType', 'blockName', 'url', 'href', 'type', 'format', 'direction', 'version', 'createdAt', 'updatedAt', 'publishedAt', '_status', 'filename', 'mimeType', 'thumbnailURL', 'brand', 'symbol', 'icon', 'changeReason'])

type Node = Record<string, unknown>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

const wordsOf = (node: unknown): string => {
  if (!isNode(node)) return ''
  if (typeof node.text === 'string') return node.text
  return Array.isArray(node.children) ? node.children.map(wordsOf).join('') : ''
}

const isParagraph = ({ children }: Node): boolean => Array.isArray(children) && children.some((child) => isNode(child) && typeof child.text === 'string')

const ofNode = (node: Node, path: PlacedText['path']): PlacedText[] => {
  // A number of which half is bold is a number all the same.
  if (isParagraph(node)) return [{ path, text: wordsOf(node) }]
  return Object.entries(node).flatMap(([name, value]) => (NO_TEXT.has(name) ? [] : textsIn(value, [...path, name])))
}

/** Every text that a document would show, rich text by its paragraphs. */
export const textsIn = (value: unknown, path: PlacedText['path'] = []): PlacedText[] => {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ path, text: value }]
  if (Array.isArray(value)) return value.flatMap((each, at) => textsIn(each, [...path, at + 1]))
  return isNode(value) ? ofNode(value, path) : []
}
