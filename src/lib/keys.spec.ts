import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { resetEnv } from './env'
import { contactKeys, secret } from './keys'
import { decodeSecret, parseContactKeys } from './secretText'

let folder = ''
const file = (name: string) => path.join(folder, 'keys', name)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portal-keys-'))
  vi.stubEnv('DATA_DIR', folder)
  resetEnv()
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
  vi.unstubAllEnvs()
  resetEnv()
})

const put = (name: string, text: string, mode = 0o600) => {
  mkdirSync(path.join(folder, 'keys'), { recursive: true })
  writeFileSync(file(name), text, { mode })
}

describe('secret', () => {
  it('is generated once, for its owner alone', () => {
    const made = secret('session')
    expect(made).toHaveLength(32)
    expect(secret('session')).toBe(made)
    expect(decodeSecret(readFileSync(file('session'), 'utf8'))).toEqual(made)
    expect(statSync(file('session')).mode & 0o777).toBe(0o600)
    expect(statSync(path.join(folder, 'keys')).mode & 0o777).toBe(0o700)
  })

  it('differs by name', () => {
    const all = (['session', 'receipt', 'draft', 'address-salt'] as const).map((name) => secret(name).toString('hex'))
    expect(new Set(all).size).toBe(4)
    expect(readdirSync(path.join(folder, 'keys')).sort()).toEqual(['address-salt', 'draft', 'receipt', 'session'])
  })

  it('is what stands in its file', () => {
    put('receipt', `${Buffer.alloc(32, 7).toString('base64')}\n`)
    expect(secret('receipt')).toEqual(Buffer.alloc(32, 7))
  })

  it('is taken from the environment, and then no file is made', () => {
    vi.stubEnv('SECRET_DRAFT', 'cd'.repeat(40))
    resetEnv()
    expect(secret('draft')).toEqual(Buffer.from('cd'.repeat(40), 'hex'))
    expect(readdirSync(folder)).toEqual([])
  })

  it('closes a file that others could read', () => {
    put('receipt', Buffer.alloc(32, 7).toString('base64'))
    chmodSync(file('receipt'), 0o644)
    secret('receipt')
    expect(statSync(file('receipt')).mode & 0o777).toBe(0o600)
  })

  it('says which file is damaged instead of making a new one', () => {
    put('session', 'garbage')
    expect(() => secret('session')).toThrow(file('session'))
    expect(readFileSync(file('session'), 'utf8')).toBe('garbage')
  })

  it('is the same for many processes that start together', async () => {
    const code = "import('./src/lib/keys.ts').then(({ secret, contactKeys }) => console.log(secret('receipt').toString('hex') + contactKeys().current.key.toString('hex')))"
    const one = () =>
      new Promise<string>((resolve) => {
        const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], { env: { ...process.env, DATA_DIR: folder } })
        let out = ''
        child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
        child.once('close', () => resolve(out.trim()))
      })
    const all = await Promise.all(Array.from({ length: 4 }, one))
    expect(all[0]).toMatch(/^[0-9a-f]{128}$/)
    expect(new Set(all).size).toBe(1)
  }, 30_000)
})

describe('contactKeys', () => {
  it('makes a ring of one key', () => {
    const { current, byId } = contactKeys()
    expect(current.key).toHaveLength(32)
    expect(byId(current.id)).toBe(current.key)
    expect(byId('other')).toBeUndefined()
    expect(parseContactKeys(readFileSync(file('contact'), 'utf8'))).toHaveLength(1)
  })

  it('writes with the last key and reads with all', () => {
    const row = (id: string, fill: number) => ({ id, key: Buffer.alloc(32, fill).toString('base64') })
    put('contact', JSON.stringify([row('k1', 1), row('k2', 2)]))
    const { current, byId } = contactKeys()
    expect(current.id).toBe('k2')
    expect(byId('k1')).toEqual(Buffer.alloc(32, 1))
  })

  it.each(['{}', '[]', '[{"id":"k1","key":"abcd"}]', '[{"id":"K 1","key":"x"}]', 'no json'])('refuses the ring %s', (text) => {
    expect(parseContactKeys(text)).toBeUndefined()
  })

  it('refuses a ring with the same id twice', () => {
    const row = { id: 'k1', key: Buffer.alloc(32, 1).toString('base64') }
    expect(parseContactKeys(JSON.stringify([row, row]))).toBeUndefined()
  })
})

describe('decodeSecret', () => {
  it.each([
    ['ab'.repeat(32), 32],
    [Buffer.alloc(32, 250).toString('base64'), 32],
    [Buffer.alloc(48, 250).toString('base64url'), 48],
    [`${'ab'.repeat(32)}\n`, 32],
  ])('%s', (text, length) => expect(decodeSecret(text)).toHaveLength(length))

  it.each(['', 'ab'.repeat(31), 'words and spaces that are long enough to be a secret of some kind', Buffer.alloc(31).toString('base64')])('refuses "%s"', (text) => {
    expect(decodeSecret(text)).toBeUndefined()
  })
})
