/** Han characters. */
export const HAN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/

/** Han characters and the punctuation that stands between them, which as text of a page belongs to a sentence. */
const SENTENCE = new RegExp(`${HAN.source}|[\u3001-\u303f\uff00-\uffef]`)

/** Words that people read stand in the dictionaries, so that both languages have them. */
export const dictionaryWords = {
  meta: { type: 'problem', schema: [], messages: { word: 'Words that people read belong into src/i18n: "{{text}}".' } },
  create: (context) => {
    const check = (node, text, pattern = HAN) => {
      if (typeof text === 'string' && pattern.test(text)) context.report({ node, messageId: 'word', data: { text: text.trim().slice(0, 24) } })
    }
    return {
      // Patterns are no words: they match what offices and people write.
      Literal: (node) => check(node, node.regex ? undefined : node.value),
      TemplateElement: (node) => check(node, node.value.cooked),
      JSXText: (node) => check(node, node.value, SENTENCE),
    }
  },
}
