import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRow, findRows, updateRowIf } from '@/db/rows'
import { contactKeys, refreshContactKeys } from '@/lib/keys'
import { reseal } from '@/jobs/reseal.handler'
import { resealContacts } from '@/services/keys/reseal'
import { unopened } from '@/services/health/checks/contactKeys'
import { decryptContact, type ContactCipher } from '@/services/matters/contact'
import { SLUG } from '@/slugs'
import { driver } from '../helpers/matters'
import { openPortal, type TestPortal } from '../helpers/portal'

const run = promisify(execFile)
let portal: TestPortal
const rows = () => ({ payload: portal.payload })
const on = driver(() => portal.payload)

/** The command as a person at the server types it, beside the running portal. */
const command = async (...args: string[]): Promise<string> => {
  const env = { ...process.env, DATA_DIR: portal.dir, CONTACT_KEYS: '' }
  return run(process.execPath, ['--conditions=production', '--import', 'tsx', 'scripts/keys.ts', ...args], { env, cwd: path.resolve('.') })
    .then(({ stdout }) => stdout, (error: { stderr: string }) => error.stderr)
}

beforeAll(async () => {
  portal = await openPortal()
  for (let n = 0; n < 12; n += 1) await on.create({ text: `路灯坏了 ${n}`, contact: { phone: `1380013800${n % 10}`, name: `居民${n}` } })
})
afterAll(() => portal.close())

const all = () => findRows(rows(), SLUG.contacts, { sort: 'id' })
const opened = async () => (await all()).map(({ matter, keyId, cipher }) => decryptContact(String(matter), { keyId: keyId!, cipher: cipher as ContactCipher }))
const keyIds = async () => (await all()).map(({ keyId }) => keyId)
const ring = () => path.join(portal.dir, 'keys', 'contact')

describe('turning the ring of contact keys', () => {
  it('is one command beside the running portal; cut off in the middle it goes on, and nothing is lost', async () => {
    const before = await opened()
    expect(await command()).toContain('k2 was added')
    let seen = 0
    await resealContacts(portal.payload, () => (seen += 1) > 5)
    const half = await keyIds()
    expect(new Set(half)).toEqual(new Set(['k1', 'k2']))
    expect(await opened()).toEqual(before)
    expect(await command('--drop-old', '--i-kept-them')).toMatch(/has not said/)
    await on.create({ text: '换钥匙的时候报的', contact: { phone: '13900139000' } })
    expect((await keyIds()).at(-1)).toBe('k2')
    expect(await reseal(portal.payload)).toBe(half.filter((id) => id === 'k1').length)
    expect(new Set(await keyIds())).toEqual(new Set(['k2']))
    expect((await opened()).slice(0, 12)).toEqual(before)
    expect(await command('--status')).toContain('k1: 0, k2 (newest): 13')
    const audit = await findRows(rows(), SLUG.audit, { where: { action: { equals: 'keys.reseal' } } })
    expect(audit.map(({ detail }) => (detail as { to: string }).to)).toEqual(['k2', 'k2'])
  })

  it('drops an old key only when nothing needs it and somebody says that it is kept', async () => {
    expect(await command('--drop-old')).toContain('backups made before')
    expect(contactKeys().ids).toEqual(['k1', 'k2'])
    const first = (await all())[0]!
    await updateRowIf(rows(), SLUG.contacts, { id: { equals: first.id } }, { keyId: 'k1' })
    await reseal(portal.payload) // what names k1 and was not sealed by it cannot be opened: it stays, and k1 with it
    expect(await command('--drop-old', '--i-kept-them')).toContain('still need an older key')
    await updateRowIf(rows(), SLUG.contacts, { id: { equals: first.id } }, { keyId: 'k2' })
    await reseal(portal.payload)
    expect(await command('--drop-old', '--i-kept-them')).toContain('dropped k1')
    expect(refreshContactKeys().ids).toEqual(['k2'])
    expect(await opened()).toHaveLength(13)
  })

  it('a wrong key of the right name opens nothing and destroys nothing', async () => {
    const [kept, before] = [readFileSync(ring(), 'utf8'), await all()]
    const wrong = [{ id: 'k2', key: Buffer.alloc(32, 9).toString('base64') }, { id: 'k3', key: Buffer.alloc(32, 8).toString('base64') }]
    writeFileSync(ring(), JSON.stringify(wrong))
    expect(await resealContacts(portal.payload)).toEqual({ resealed: 0, failed: 13 })
    expect((await all()).map(({ cipher, keyId }) => ({ cipher, keyId }))).toEqual(before.map(({ cipher, keyId }) => ({ cipher, keyId })))
    writeFileSync(ring(), kept)
    refreshContactKeys()
    expect(await opened()).toHaveLength(13)
  })

  it('a key that nobody has is told on the health page', async () => {
    const found = async () => (await unopened(rows())).map(({ code, params }) => ({ code, params }))
    expect(await found()).toEqual([])
    const { id } = (await all())[0]!
    await updateRowIf(rows(), SLUG.contacts, { id: { equals: id } }, { keyId: 'k9' })
    expect(await found()).toEqual([{ code: 'keyMissing', params: { n: 1, key: 'k9' } }])
    expect(await findRow(rows(), SLUG.contacts, { where: { keyId: { equals: 'k9' } } })).toBeDefined()
  })
})
