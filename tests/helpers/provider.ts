import { createHash, createSign, generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the provider says of who signed in, or how it lies. */
export type Says = { claims: Record<string, unknown>; lie?: 'signature' | 'nonce' | 'audience' }

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A small provider of OpenID Connect at the wire: it says of itself where it is, keeps codes with their proof keys, and signs with a key of its own. */
export const startProvider = async (client: { id: string; secret: string }) => {
  const [key, foreign] = [generateKeyPairSync('rsa', { modulusLength: 2048 }), generateKeyPairSync('rsa', { modulusLength: 2048 })]
  const codes = new Map<string, { challenge: string; nonce: string; says: Says }>()
  const asked: string[] = []
  const sign = (claims: unknown, lie: Says['lie']): string => {
    const body = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(claims)}`
    return `${body}.${createSign('RSA-SHA256').update(body).sign(lie === 'signature' ? foreign.privateKey : key.privateKey).toString('base64url')}`
  }
  const about = () => ({
    issuer: issuer(), authorization_endpoint: `${issuer()}/authorize`, token_endpoint: `${issuer()}/token`, jwks_uri: `${issuer()}/keys`, response_types_supported: ['code'],
    subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'], code_challenge_methods_supported: ['S256'],
  })
  const token = (form: URLSearchParams): [number, unknown] => {
    const code = form.get('code') ?? ''
    const known = codes.get(code)
    codes.delete(code)
    if (!known || createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url') !== known.challenge) return [400, { error: 'invalid_grant' }]
    const { says, nonce } = known
    const at = Math.floor(Date.now() / 1000)
    const claims = { iss: issuer(), aud: says.lie === 'audience' ? 'somebody-else' : client.id, sub: 'subject', iat: at, exp: at + 300, nonce: says.lie === 'nonce' ? 'other' : nonce, ...says.claims }
    return [200, { access_token: 'unused', token_type: 'Bearer', id_token: sign(claims, says.lie) }]
  }
  const answer = (path: string, body: string): [number, unknown] => {
    if (path === '/.well-known/openid-configuration') return [200, about()]
    if (path === '/keys') return [200, { keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] }]
    return token(new URLSearchParams(body))
  }
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const path = new URL(req.url ?? '/', issuer()).pathname
      asked.push(path)
      const [status, value] = answer(path, Buffer.concat(chunks).toString('utf8'))
      res.writeHead(status, { 'content-type': 'application/json' })
      res.end(JSON.stringify(value))
    })
  })
  const issuer = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    get issuer() { return issuer() },
    asked,
    /** A person signs in there: what the browser is sent back with. */
    signIn: (url: string, says: Says): string => {
      const given = new URL(url).searchParams
      const code = `code-${codes.size}-${Math.random()}`
      codes.set(code, { challenge: given.get('code_challenge') ?? '', nonce: given.get('nonce') ?? '', says })
      return `?${new URLSearchParams({ code, state: given.get('state') ?? '', iss: issuer() }).toString()}`
    },
    stop: () => new Promise<void>((done) => { server.closeAllConnections(); server.close(() => done()) }),
  }
}
