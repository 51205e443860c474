import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isBuilt, sourcesHash } from './build.mjs'

let root = ''
const put = async (path, text) => {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'portal-build-'))
  await put('src/a/page.tsx', 'a')
  await put('public/p.png', Buffer.from([0, 1, 2]))
  await put('package-lock.json', '{}')
})
afterEach(() => rm(root, { recursive: true, force: true }))

describe('the hash of the sources', () => {
  it.each([
    ['a changed source', () => put('src/a/page.tsx', 'b'), true],
    ['a new source', () => put('presets/x.json', '{}'), true],
    ['a moved source', () => rename(join(root, 'src/a/page.tsx'), join(root, 'src/page.tsx')), true],
    ['a removed source', () => rm(join(root, 'public/p.png')), true],
    ['another lockfile', () => put('package-lock.json', '{"a":1}'), true],
    ['other settings of Next', () => put('next.config.js', 'export default {}'), true],
    ['a source written again as it was', () => put('src/a/page.tsx', 'a'), false],
    ['a test', () => put('src/a/page.spec.ts', 'b'), false],
    ['the data', () => put('data/portal.db', 'b'), false],
    ['the readme', () => put('README.md', 'b'), false],
  ])('changes with %s: %#', async (_name, change, expected) => {
    const before = await sourcesHash(root)
    await change()
    expect((await sourcesHash(root)) !== before).toBe(expected)
  })
})

describe('a build', () => {
  it('counts only with its stamp and its result', async () => {
    expect(await isBuilt(root)).toBe(false)
    await put('.next/.portal-build', await sourcesHash(root))
    expect(await isBuilt(root)).toBe(false)
    await put('.next/BUILD_ID', 'x')
    expect(await isBuilt(root)).toBe(true)
    await put('src/a/page.tsx', 'b')
    expect(await isBuilt(root)).toBe(false)
  })
})
