import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMain, ROOT } from './lib/root.mjs'
import { run } from './lib/run.mjs'
import { elapsed, Fault, runMain, say } from './lib/say.mjs'

/** The oldest Node this runs on. */
const OLDEST = [20, 19]

/** Fails with one line when this Node is too old. */
export const checkNode = (version = process.versions.node) => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  throw new Fault(`Node ${version} is too old: this needs Node ${OLDEST.join('.')} or newer (22 and 24 are fine)`)
}

const stampOf = (root) => join(root, 'node_modules', '.portal-lock')

const readText = async (file) => (existsSync(file) ? readFile(file, 'utf8') : undefined)

/** What the lockfile asks for, on this kind of machine. */
const lockHash = (text) => createHash('sha256').update(`${process.platform}-${process.arch}\n`).update(text).digest('hex')

const isForAnyMachine = (entry) => !entry.optional && !entry.os && !entry.cpu && !entry.link

/** Whether npm's own note of what it installed holds everything that the lockfile asks for. */
export const covers = (lock, installed) =>
  Object.entries(lock.packages).every(([path, entry]) => {
    if (path === '') return true
    const found = installed.packages?.[path]
    return found ? found.version === entry.version && found.integrity === entry.integrity : !isForAnyMachine(entry)
  })

/** Whether node_modules is what the lockfile asks for; an installation made by hand counts. */
export const isInstalled = async (root = ROOT) => {
  const lock = await readFile(join(root, 'package-lock.json'), 'utf8')
  if ((await readText(stampOf(root))) === lockHash(lock)) return true
  const installed = await readText(join(root, 'node_modules', '.package-lock.json'))
  if (!installed || !covers(JSON.parse(lock), JSON.parse(installed))) return false
  await writeFile(stampOf(root), lockHash(lock))
  return true
}

const progress = (root, lock) => {
  const wanted = Object.entries(lock.packages).filter(([path, entry]) => path !== '' && isForAnyMachine(entry))
  return () => `${wanted.filter(([path]) => existsSync(join(root, path, 'package.json'))).length} of ${wanted.length} packages in place`
}

// npm starts us by its own name on some systems only; where it says which file it is, that one is taken.
const npm = () => (process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'])

/** Installs what the lockfile asks for, if it is not there yet. Returns whether it had to. */
export const install = async (root = ROOT) => {
  if (await isInstalled(root)) return false
  const lock = await readFile(join(root, 'package-lock.json'), 'utf8')
  const count = progress(root, JSON.parse(lock))
  const [file, ...first] = npm()
  const env = { ...process.env, NODE_ENV: 'development' }
  const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund']
  const { code, tail, ms } = await run({ file, args, cwd: root, env, tickMs: 5000, onTick: (past) => say(`      … ${count()}, ${elapsed(past)}`) })
  if (code !== 0) {
    for (const line of tail) say(`      npm: ${line}`)
    throw new Fault(`Installing the dependencies failed (npm ended with ${code}, its last lines are above). Is the package registry reachable?`)
  }
  await writeFile(stampOf(root), lockHash(lock))
  say(`      ${count()}, ${elapsed(ms)}`)
  return true
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    checkNode()
    say('Dependencies of the lockfile')
    if (!(await install())) say('      in place already')
  })
}
