import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkNode, covers, isInstalled } from './install.mjs'

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0', '26.0.0'])('%s will do', (version) => expect(() => checkNode(version)).not.toThrow())
  it.each(['18.20.0', '20.18.9', '16.0.0'])('%s is too old', (version) => expect(() => checkNode(version)).toThrow(`Node ${version} is too old`))
})

const lock = {
  packages: {
    '': { name: 'x' },
    'node_modules/a': { version: '1.0.0', integrity: 'i1' },
    'node_modules/b-linux': { version: '2.0.0', integrity: 'i2', optional: true, os: ['linux'] },
    'node_modules/c-win': { version: '3.0.0', integrity: 'i3', os: ['win32'] },
  },
}
const a = { version: '1.0.0', integrity: 'i1' }

describe('what is installed', () => {
  it.each([
    ['everything', { 'node_modules/a': a, 'node_modules/b-linux': { version: '2.0.0', integrity: 'i2' } }, true],
    ['all but what other machines need', { 'node_modules/a': a }, true],
    ['more than asked for', { 'node_modules/a': a, 'node_modules/z': a }, true],
    ['another version', { 'node_modules/a': { ...a, version: '1.0.1' } }, false],
    ['another content', { 'node_modules/a': { ...a, integrity: 'other' } }, false],
    ['an optional one of another version', { 'node_modules/a': a, 'node_modules/b-linux': { version: '1.0.0', integrity: 'i2' } }, false],
    ['nothing', {}, false],
  ])('%s: %#', (_name, packages, expected) => expect(covers(lock, { packages })).toBe(expected))
})

describe('the stamp', () => {
  let root = ''
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'portal-install-'))
    await mkdir(join(root, 'node_modules'))
    await writeFile(join(root, 'package-lock.json'), JSON.stringify(lock))
  })
  afterEach(() => rm(root, { recursive: true, force: true }))

  const note = (packages) => writeFile(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }))

  it('is not there after a clone', async () => {
    expect(await isInstalled(root)).toBe(false)
    expect(existsSync(join(root, 'node_modules/.portal-lock'))).toBe(false)
  })

  it('is made for an installation by hand, and ends with the lockfile it was made for', async () => {
    await note({ 'node_modules/a': a })
    expect(await isInstalled(root)).toBe(true)
    expect(existsSync(join(root, 'node_modules/.portal-lock'))).toBe(true)
    await rm(join(root, 'node_modules/.package-lock.json'))
    expect(await isInstalled(root)).toBe(true)
    await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages: { ...lock.packages, 'node_modules/d': a } }))
    expect(await isInstalled(root)).toBe(false)
  })
})
