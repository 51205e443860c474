import fc from 'fast-check'
import { PAGES, ROUTES } from '../../tests/helpers/registry/routes'
import { queryOf, READ_BY } from '../../tests/helpers/registry/collections'
import { oddBytes, oddJson, oddKey, oddText, oddValue } from './odd'

export type Odd = { method: string; path: string; headers: Record<string, string>; body?: Buffer; signedIn: boolean }

/** Signing out in the middle would leave the rest of the run to nobody. */
const LEFT_OUT = /sign-out|password\/go|\/api\/users\/logout|sessions/

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Residents' pages stand at short addresses; the long ones are asked for as well. */
const short = (address: string): string => address.replace(/^\/s\/\[lang\]\/\[mode\]/, '') || '/'

const known = [
  ...Object.entries(ROUTES).flatMap(([address, methods]) => Object.keys(methods).map((method) => ({ address, method }))), ...Object.keys(PAGES).map((address) => ({ address, method: 'GET' })),
].filter(({ address }) => !LEFT_OUT.test(address) && address !== '/api/[...slug]')

const segment = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('01AAAAAAAAAAAAAAAAAAAAAAAA', 'forms', 'workflows', 'tags', 'zh', 'plain', 'describe', 'check', 'jw-01', 'no-such', 'shops', '1', 'note') }, { weight: 2, arbitrary: oddText })

const written = (text: string): string => encodeURIComponent(text.toWellFormed())

const fill = ({ address, parts }: { address: string; parts: string[] }): string => {
  let at = 0
  return address.replace(/\[{1,2}(?:\.\.\.)?\w+\]{1,2}/g, () => written(parts[(at += 1) - 1] ?? 'x') || 'x')
}

const OPERATORS = ['equals', 'not_equals', 'like', 'contains', 'in', 'not_in', 'all', 'exists', 'greater_than', 'less_than_equal', 'near', 'within', 'intersects', 'not_like', '__proto__', '$gt']
const fieldPath = fc.array(oddKey, { minLength: 1, maxLength: 3 }).map((keys) => keys.join('.'))
const whereParam = fc.tuple(fc.constantFrom('where', 'where[or][0]', 'where[and][1][or][0]', 'where[]', 'where[AND]'), fieldPath, fc.constantFrom(...OPERATORS), oddText).map(([base, field, operator, value]) => [`${base}[${field}][${operator}]`, value] as const)
const plainParam = fc.tuple(fc.oneof(oddKey, fc.tuple(oddKey, oddKey).map(([a, b]) => `${a}[${b}]`)), oddText)
const query = fc.array(fc.oneof(whereParam, plainParam), { maxLength: 5 }).map((pairs) => (pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${written(name)}=${written(value)}`).join('&')}`))
const rawQuery = fc.oneof({ weight: 8, arbitrary: query }, { weight: 1, arbitrary: fc.constantFrom('?%zz', '?=&=&', '?where=%00', '?limit=1&limit=2', '?a[b[c]=1', `?${'a[b]'.repeat(300)}=1`, `?${'x=1&'.repeat(2000)}`, '?sort[]=-id', '?depth=-1') })

const collectionPath = fc.tuple(fc.constantFrom(...Object.keys(READ_BY)), fc.constantFrom('', '/count', '/versions', '/01AAAAAAAAAAAAAAAAAAAAAAAA', '/access', '/01AAAAAAAAAAAAAAAAAAAAAAAA/uses', '/unknown/door', '/%00', '/init', '/me'))
  .map(([slug, rest]) => ({ address: `/api/${slug}${rest}`, parts: [] as string[] }))
const doorPath = fc.tuple(fc.constantFrom(...known), fc.array(segment, { minLength: 3, maxLength: 3 }), fc.constantFrom('', '', '/en', '/elder', '/en/contrast', '/kiosk'))
  .map(([{ address, method }, parts, variant]) => ({ address: address.startsWith('/s/') ? variant + short(address) : address, method, parts }))
const strayPath = fc.oneof(fc.array(segment, { maxLength: 4 }).map((parts) => ({ address: `/${parts.map(written).join('/')}`, parts: [] as string[] })), fc.constantFrom('/%', '//evil.example/', '/_next/static/%2e%2e/x', '/..%2f..%2fetc/passwd', '/s/zh/plain/%ZZ', '/api', '/api/', '/admin/%00', '/desk/\\evil').map((address) => ({ address, parts: [] as string[] })))

const multipart = (parts: readonly (readonly [string, string | Buffer])[]): Buffer =>
  Buffer.concat([...parts.flatMap(([name, value]) => [
    Buffer.from(`--x\r\nContent-Disposition: form-data; name="${name.replace(/["\r\n]/g, '')}"${typeof value === 'string' ? '' : '; filename="a.jpg"\r\nContent-Type: image/jpeg'}\r\n\r\n`), Buffer.from(value), Buffer.from('\r\n'),
  ]), Buffer.from('--x--\r\n')])

const fields = fc.array(fc.tuple(oddKey, oddText), { maxLength: 8 })
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const JSON_BODY = { 'content-type': 'application/json' }

/** Fragments of which each uses the next twice. */
const doubling = (depth: number): string => `{...f0} ${Array.from({ length: depth }, (_, at) => `fragment f${at} on Query{...f${at + 1} ...f${at + 1}}`).join(' ')} fragment f${depth} on Query{Access{canAccessAdmin}}`

const graphqlText = fc.tuple(fc.constantFrom(...Object.keys(READ_BY).flatMap((slug) => queryOf(slug)?.many ?? [])), oddKey, fc.constantFrom(...OPERATORS.filter((name) => !/\W/.test(name))), oddText, fc.nat(30)).map(([many, key, operator, text, turns]) => {
  const asked = `(limit: ${turns - 5}, where: {${/^\w+$/.test(key) ? key : 'id'}: {${operator}: ${JSON.stringify(text)}}})`
  return [`{ ${many}${asked} { totalDocs docs { id } } }`, `{ ${Array.from({ length: turns }, (_, at) => `a${at}: ${many} { totalDocs }`).join(' ')} }`, `mutation { create${many}Item(data: {}) { id } }`, `{ ${'__schema { types { fields { type { '.repeat(turns)}`, text, doubling(turns), `{...f} fragment f on Query{...${turns % 2 ? 'f' : 'g'}} fragment g on Query{...f}`][turns % 7] ?? text
})

const body = fc.oneof(
  { weight: 5, arbitrary: oddJson.map((text) => ({ headers: JSON_BODY, body: Buffer.from(text) })) },
  { weight: 3, arbitrary: fields.map((pairs) => ({ headers: FORM, body: Buffer.from(pairs.map(([name, value]) => `${written(name)}=${written(value)}`).join('&')) })) },
  { weight: 2, arbitrary: fc.tuple(fields, fc.array(fc.tuple(fc.constantFrom('photos', 'photo', 'file', 'q.a', 'addPhotos', '__proto__'), oddBytes), { maxLength: 3 })).map(([words, files]) => ({ headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: multipart([...words, ...files]) })) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary=y', 'application/json; charset=utf-16', 'text/xml', 'x', ''), oddBytes).map(([type, bytes]) => ({ headers: (type ? { 'content-type': type } : {}) as Record<string, string>, body: bytes })) },
  { weight: 1, arbitrary: oddValue.map((value) => ({ headers: JSON_BODY, body: Buffer.from(JSON.stringify({ query: value, variables: value })) })) },
)

const graphql = graphqlText.map((text) => ({ method: 'POST', path: '/api/graphql', headers: JSON_BODY as Record<string, string>, body: Buffer.from(JSON.stringify({ query: text })) }))

const headerValue = oddText.map((text) => text.replace(/[^\x20-\x7E\x80-\xFF]/g, '').slice(0, 300).trim())
const headers = fc.array(fc.tuple(fc.constantFrom('accept-language', 'accept', 'cookie', 'referer', 'user-agent', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'authorization', 'range', 'if-none-match', 'if-modified-since', 'x-http-method-override', 'x-payload-http-method-override', 'content-security-policy', 'next-action', 'rsc', 'next-router-state-tree', 'x-portal-ip', 'x-request-id', 'x-middleware-subrequest'), headerValue), { maxLength: 3 })
  .map((pairs) => Object.fromEntries(pairs) as Record<string, string>)

/** A request to some door, page or address of the portal, with something odd about it. */
export const oddRequest: fc.Arbitrary<Odd> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.oneof({ weight: 6, arbitrary: doorPath }, { weight: 3, arbitrary: collectionPath.chain((path) => fc.constantFrom(...METHODS).map((method) => ({ ...path, method }))) }, { weight: 1, arbitrary: strayPath.map((path) => ({ ...path, method: 'GET' })) }), rawQuery, body, fc.nat(9))
    .map(([{ address, method, parts }, search, given, turn]) => {
      const asked = turn === 0 ? (METHODS[search.length % METHODS.length] ?? 'GET') : method
      const bare = asked === 'GET' || asked === 'HEAD' || asked === 'OPTIONS'
      return { method: asked, path: fill({ address, parts }) + search, headers: (bare ? {} : given.headers) as Record<string, string>, ...(bare ? {} : { body: given.body }) }
    }) },
  { weight: 2, arbitrary: graphql },
).chain((request) => fc.tuple(headers, fc.boolean()).map(([more, signedIn]) => ({ ...more, ...{ request, signedIn } })).map(({ request: asked, signedIn, ...more }) => ({ ...(asked as Omit<Odd, 'signedIn'>), headers: { ...(more as Record<string, string>), ...(asked as Odd).headers }, signedIn: signedIn as boolean })))
