import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { isMain, ROOT } from './lib/root.mjs'
import { run } from './lib/run.mjs'
import { packLight } from './light.mjs'
import { elapsed, Fault, runMain, say } from './lib/say.mjs'

/** What the built portal is made of. */
const SOURCES = ['src', 'collections', 'blocks', 'public', 'presets', 'next.config.js', 'package-lock.json', 'tsconfig.json']

const isSource = (name) => !/\.(spec|fixture)\.\w+$/.test(name)

const filesBelow = async (root, path) => {
  const info = existsSync(join(root, path)) ? await stat(join(root, path)) : undefined
  if (!info) return []
  if (info.isFile()) return [path]
  const names = (await readdir(join(root, path))).filter(isSource).sort()
  return (await Promise.all(names.map((name) => filesBelow(root, `${path}/${name}`)))).flat()
}

/** One hash over names and contents of all sources: equal hash, equal build. */
export const sourcesHash = async (root = ROOT) => {
  const files = (await Promise.all(SOURCES.map((path) => filesBelow(root, path)))).flat()
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\0`).update(await readFile(join(root, file))).update('\0')
  return hash.digest('hex')
}

const stampOf = (root) => join(root, '.next', '.portal-build')

/** Whether the last build was made of exactly these sources. */
export const isBuilt = async (root = ROOT) =>
  existsSync(join(root, '.next', 'BUILD_ID')) && existsSync(stampOf(root)) && (await readFile(stampOf(root), 'utf8')) === (await sourcesHash(root))

// A build is made of sources alone: it neither reads nor makes the data and keys of the portal.
const apart = (folder) => ({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', DATA_DIR: folder, DATABASE_URI: `file:${join(folder, 'build.db')}` })

/** Builds the portal if its sources changed since the last build. Returns whether it had to. */
export const build = async (root = ROOT) => {
  if (await isBuilt(root)) return false
  const hash = await sourcesHash(root)
  await rm(stampOf(root), { force: true })
  const folder = await mkdtemp(join(tmpdir(), 'portal-build-'))
  const env = { ...process.env, ...apart(folder) }
  const args = [join(root, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build']
  const onLine = (line) => line.trim() && say(`      next: ${stripVTControlCharacters(line)}`)
  const { code, ms } = await run({ file: process.execPath, args, cwd: root, env, onLine, onTick: (past) => say(`      … building, ${elapsed(past)}`) })
  await rm(folder, { recursive: true, force: true })
  if (code !== 0) throw new Fault(`Building the portal failed (next build ended with ${code}; the lines above say why)`)
  await mkdir(join(root, '.next'), { recursive: true })
  await packLight(root)
  await writeFile(stampOf(root), hash)
  say(`      built in ${elapsed(ms)}`)
  return true
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    say('Build')
    if (!(await build())) say('      nothing changed since the last one')
  })
}
