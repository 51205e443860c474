type Reading = { texts: Map<string, string>; names: string[]; open: string[] }

const TOKEN = () => /<\?xml [^>]*\?>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy

const readText = ({ texts, open }: Reading, text: string): void => {
  const at = open.join('/')
  texts.set(at, (texts.get(at) ?? '') + decode(text))
}

const readTag = ({ names, open }: Reading, { name, closing, empty }: { name: string; closing: boolean; empty: boolean }): void => {
  names.push(name)
  if (closing && open.pop() !== name) throw new Error(`</${name}> closes something else`)
  if (!closing && !empty) open.push(name)
}

const readToken = (reading: Reading, [, closing, name, attributes = '', empty, text]: RegExpExecArray): void => {
  if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(`${attributes}${text ?? ''}`)) throw new Error('a bare & stands there')
  if (text !== undefined) readText(reading, text)
  if (name) readTag(reading, { name, closing: closing === '/', empty: empty === '/' })
}

/** A small strict reader of XML for tests of what is written here: tags must nest, attributes be quoted, and no bare `&` or `<` stand in a text. */
export const readXml = (source: string): { text: (path: string) => string | undefined; names: string[] } => {
  const reading: Reading = { texts: new Map(), names: [], open: [] }
  const token = TOKEN()
  let at = 0
  for (let found = token.exec(source); found; found = token.exec(source)) {
    at = token.lastIndex
    readToken(reading, found)
  }
  if (at !== source.length || reading.open.length > 0) throw new Error(`no well-formed XML at ${at}: ${source.slice(at, at + 40)}`)
  return { text: (path) => reading.texts.get(path), names: reading.names }
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }
const decode = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity)
