import type { Words } from '@/domain/words'

const node = (text: string) => ({
  type: 'paragraph', format: '', indent: 0, version: 1, direction: 'ltr', textFormat: 0, textStyle: '',
  children: [{ type: 'text', detail: 0, format: 0, mode: 'normal', style: '', text, version: 1 }],
})

const state = (paragraphs: string[]) => ({ root: { type: 'root', format: '', indent: 0, version: 1, direction: 'ltr', children: paragraphs.map(node) } })

/** Plain paragraphs as the rich text the admin edits, per language; a paragraph without English falls back to Chinese. */
export const richText = (paragraphs: Words[]): { zh: object; en: object } => ({
  zh: state(paragraphs.map((words) => words.zh)),
  en: state(paragraphs.map((words) => words.en ?? words.zh)),
})
