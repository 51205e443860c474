import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BackupFault } from './fault'
import { backupKey, measureFile, sealFile, unsealFile } from './seal'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'seal-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const at = (name: string): string => path.join(dir, name)
const KEY = backupKey(randomBytes(32))

const sealOf = async (bytes: Buffer, key = KEY): Promise<Buffer> => {
  await writeFile(at('plain'), bytes)
  await sealFile({ from: at('plain'), to: at('sealed'), name: 'a/b', key })
  return readFile(at('sealed'))
}

describe('a sealed file', () => {
  it.each([0, 1, 15, 16, 17, 65_535, 65_536, 65_537, 1_000_003])('of %i bytes comes out as it went in, and shows none of them', async (size) => {
    const bytes = randomBytes(size)
    const sealed = await sealOf(bytes)
    expect(sealed.length).toBe(size + 34)
    if (size > 15) expect(sealed.includes(bytes.subarray(0, 16))).toBe(false)
    const measured = await unsealFile({ from: at('sealed'), to: at('out'), name: 'a/b', key: KEY })
    expect((await readFile(at('out'))).equals(bytes)).toBe(true)
    expect(measured.bytes).toBe(size)
    expect(await measureFile({ from: at('sealed'), name: 'a/b', key: KEY })).toEqual(measured)
  })

  it('opens under no other name, with no other key, and not when any byte of it was changed or cut; nothing of it is left then', async () => {
    const sealed = await sealOf(Buffer.from('what nobody else may read'))
    const refused = async (change: Partial<{ name: string; key: Buffer }>, what: string): Promise<void> => {
      await expect(unsealFile({ from: at('sealed'), to: at('never'), name: 'a/b', key: KEY, ...change }), what).rejects.toBeInstanceOf(BackupFault)
      expect((await readdir(dir)).filter((name) => name.startsWith('never')), what).toEqual([])
    }
    await refused({ name: 'a/c' }, 'another name')
    await refused({ key: backupKey(randomBytes(32)) }, 'another key')
    for (let byte = 0; byte < sealed.length; byte += 1) {
      const changed = Buffer.from(sealed)
      changed[byte] = (changed[byte] ?? 0) ^ 1
      await writeFile(at('sealed'), changed)
      await refused({}, `byte ${byte}`)
      await writeFile(at('sealed'), sealed.subarray(0, byte))
      await refused({}, `cut at ${byte}`)
    }
  })
})
