import fc from 'fast-check'

/** Texts that have broken other people's programs. */
const HOSTILE = [
  '', ' ', '\u0000', 'a\u0000b', '../../etc/passwd', '..\\..\\boot.ini', '%00', '%zz', '%', "' OR 1=1--", '";DROP TABLE matters;--', '<script>alert(1)</script>', '<!--', ']]>', '{{7*7}}', '${7*7}', '#{7*7}', '__proto__', 'constructor', 'prototype',
  'toString', 'hasOwnProperty', 'a'.repeat(5000), '灯'.repeat(2000), '９９９９', '\u202Eevil\u202C', '👨‍👩‍👧‍👦'.repeat(50), '-1', '0', '1e309', '1e-400', '999999999999999999999', '-0', 'NaN', 'Infinity', 'null', 'undefined', 'true', '[object Object]', '//evil.example',
  '\\\\evil.example', 'javascript:alert(1)', 'data:text/html,x', '\r\nSet-Cookie: a=b', '=1+1', '@cmd', '\uD800', '\uDFFF\uD800', '\uFEFF', '\u2028', '2026-02-30', '0000-00-00', '+275760-09-13T00:00:00.001Z', '01AAAAAAAAAAAAAAAAAAAAAAAA', 'K7QX2-M9P44', '{', '[', '"', '{"a":', '(((((((((((((((((((((((((((((((((a',
  '%25%32%66', '..%2f..%2f', '.'.repeat(300), '/'.repeat(300), '*', '?', '~pick', '$gt', '$where', 'a[__proto__][b]', 'ſﬀ', 'İ', '\u0130\u0307', '１３８３３３３４４４４',
] as const

/** A text as nobody should send it. */
export const oddText = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...HOSTILE) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) })

/** Names that mean something somewhere in the portal. */
const KEYS = [
  'id', 'code', 'name', 'title', 'text', 'data', 'where', 'sort', 'limit', 'page', 'depth', 'select', 'populate', 'joins', 'locale', 'draft', 'act', 'action', 'input', 'expectedRevision', 'rows', 'def', 'kind', 'key', 'pages', 'questions', 'steps', 'transitions',
  'reason', 'seen', 'person', 'lead', 'parts', 'parent', 'word', 'do', 'revision', 'next', 'back', 'to', 'q', 'after', 'format', 'unit', 'category', 'answers', 'matter', 'photos', 'query', 'variables', 'operationName', 'sections', 'password', 'username', '__proto__', 'constructor', 'version', 'report', 'now',
] as const
export const oddKey = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...KEYS) }, { weight: 1, arbitrary: oddText })

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: false },
    oddText, fc.double(), fc.integer(), fc.boolean(), fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(oddKey, tie('value')), { maxLength: 6 }).map((pairs) => Object.fromEntries(pairs)),
  ),
}))

/** A value of JSON with names that mean something, at the wrong places. */
export const oddValue: fc.Arbitrary<unknown> = value

const deep = fc.constantFrom(50, 200, 5000).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`)

/** The text of a JSON body: mostly sound, now and then cut, deep, or nothing of the kind. */
export const oddJson = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.tuple(oddKey, value), { maxLength: 6 }).map((pairs) => JSON.stringify(Object.fromEntries(pairs))) },
  { weight: 2, arbitrary: value.map((each) => JSON.stringify(each) ?? '') },
  { weight: 1, arbitrary: fc.tuple(value, fc.nat(40)).map(([each, cut]) => (JSON.stringify(each) ?? '').slice(0, -cut)) },
  { weight: 1, arbitrary: fc.oneof(deep, oddText, fc.constant('{"__proto__":{"admin":true},"constructor":{"prototype":{"x":1}}}')) },
)

/** Separated values, or what is taken for them. */
export const oddTable = fc.oneof(
  fc.array(fc.array(oddText, { maxLength: 8 }), { maxLength: 12 }).map((rows) => rows.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\n')),
  oddText,
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '\t', ';', 'a', '=', '\uFEFF'), maxLength: 200 }),
)

/** Bytes of a file: noise, or noise behind a mark that programs believe. */
export const oddBytes = fc.tuple(fc.constantFrom('', 'PK\u0003\u0004', 'PK\u0005\u0006', '\u00FF\u00D8\u00FF', '\u0089PNG\r\n\u001A\n', '\u00FF\u00FE', 'GIF89a', '<svg', '%PDF-1.7'), fc.uint8Array({ maxLength: 400 }))
  .map(([mark, noise]) => Buffer.concat([Buffer.from(mark, 'latin1'), noise]))
