/** A small strict reader of XML for tests of what is written here: tags must nest, attributes be quoted, and no bare `&` or `<` stand in a text. */
export const readXml = (source: string): { text: (path: string) => string | undefined; names: string[] } => {
  const texts = new Map<string, string>()
  const names: string[] = []
  const open: string[] = []
  const TOKEN = /<\?xml [^>]*\?>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy
  let at = 0
  for (let found = TOKEN.exec(source); found; found = TOKEN.exec(source)) {
    at = TOKEN.lastIndex
    const [, closing, name, attributes = '', empty, text] = found
    for (const part of [attributes, text ?? '']) if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(part)) throw new Error(`a bare & in ${part}`)
    if (text !== undefined) texts.set(open.join('/'), (texts.get(open.join('/')) ?? '') + decode(text))
    if (!name) continue
    names.push(name)
    if (closing) {
      if (open.pop() !== name) throw new Error(`</${name}> closes something else`)
    } else if (!empty) open.push(name)
  }
  if (at !== source.length || open.length > 0) throw new Error(`no well-formed XML at ${at}: ${source.slice(at, at + 40)}`)
  return { text: (path) => texts.get(path), names }
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }
const decode = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity)
