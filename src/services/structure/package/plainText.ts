import type { Words } from '@/domain/words'
import { isRecord, listIn } from './values'

const BLOCKS = new Set(['paragraph', 'heading', 'quote', 'listitem'])

const inlineOf = (node: unknown): string => {
  if (!isRecord(node)) return ''
  if (node.type === 'linebreak') return '\n'
  if (typeof node.text === 'string') return node.text
  return listIn(node.children).filter((child) => !(isRecord(child) && child.type === 'list')).map(inlineOf).join('')
}

const linesOf = (node: unknown): string[] => {
  if (!isRecord(node)) return []
  const nested = listIn(node.children).filter((child) => isRecord(child) && (child.type === 'list' || !BLOCKS.has(String(node.type))))
  return [...(BLOCKS.has(String(node.type)) ? [inlineOf(node)] : []), ...nested.flatMap(linesOf)]
}

const paragraphsOf = (state: unknown): string[] => (isRecord(state) ? linesOf(state.root).map((line) => line.trim()).filter(Boolean) : [])

/** The paragraphs of a rich text in all languages: packages carry what it says, not how it is set, and no pictures. */
export const plainText = (value: unknown): Words[] => {
  const byLang = isRecord(value) && !('root' in value) ? value : { zh: value }
  const [zh, en] = [paragraphsOf(byLang.zh), paragraphsOf(byLang.en)]
  // another number of paragraphs cannot be set side by side: the Chinese text is the one that counts
  return zh.map((line, at) => ({ zh: line, ...(en.length === zh.length && en[at] && en[at] !== line ? { en: en[at] } : {}) }))
}
