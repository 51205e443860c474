import { DomainError } from '@/domain/errors'

/** Deeper than any form, package or document of this portal nests (those of rich text come to about thirty). */
const MAX_DEPTH = 100
const MAX_PARTS = 1000
const FORMS = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i
/** Keys every object is born with: whoever merges them into another object would change all objects. */
const INBORN = new Set(['__proto__', 'constructor', 'prototype'])

type Sent = { headers: Headers; arrayBuffer: () => Promise<ArrayBuffer> }

const QUOTE = 34
const BACKSLASH = 92
const OPENS = new Set([91, 123])
const CLOSES = new Set([93, 125])

/** How deep the brackets of a JSON text nest, found without working on what stands between them. */
export const depthOf = (text: string): number => {
  let [depth, deepest, quoted] = [0, 0, false]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (quoted && code === BACKSLASH) at += 1
    else if (code === QUOTE) quoted = !quoted
    else if (!quoted && OPENS.has(code)) deepest = Math.max(deepest, (depth += 1))
    else if (!quoted && CLOSES.has(code)) depth -= 1
  }
  return deepest
}

const hasInborn = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some(hasInborn)
  return Object.entries(value).some(([key, inner]) => INBORN.has(key) || hasInborn(inner))
}

/**
 * The value of a JSON text from outside. Errors: `invalid` when it is none, nests too deep, or has a key that objects are born with
 * (CWE-1321).
 */
export const parseJson = (text: string): unknown => {
  if (depthOf(text) > MAX_DEPTH) throw new DomainError('invalid', { why: 'tooDeep' })
  try {
    const value: unknown = JSON.parse(text)
    if (hasInborn(value)) throw new DomainError('invalid', { why: 'keys' })
    return value
  } catch (error) {
    if (error instanceof SyntaxError) throw new DomainError('invalid')
    throw error
  }
}

const count = (bytes: Buffer, mark: string): number => {
  let found = 0
  for (let at = bytes.indexOf(mark); at !== -1 && found <= MAX_PARTS; at = bytes.indexOf(mark, at + mark.length)) found += 1
  return found
}

const markOf = (type: string): string => {
  if (!type.toLowerCase().startsWith('multipart')) return '&'
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type)
  return `--${boundary?.[1] ?? boundary?.[2] ?? ''}`
}

/** The posted form of a request. Errors: `invalid` when the body is no form or was cut off, `tooLarge` with more than a thousand parts. */
export const readFormData = async (request: Sent): Promise<FormData> => {
  const type = request.headers.get('content-type') ?? ''
  if (!FORMS.test(type)) throw new DomainError('invalid', { why: 'contentType' })
  try {
    const bytes = Buffer.from(await request.arrayBuffer())
    if (count(bytes, markOf(type)) > MAX_PARTS) throw new DomainError('tooLarge', { maxParts: MAX_PARTS })
    return await new Response(bytes, { headers: { 'content-type': type } }).formData()
  } catch (error) {
    if (error instanceof TypeError) throw new DomainError('invalid')
    throw error
  }
}
