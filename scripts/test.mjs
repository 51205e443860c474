import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.mjs'
import { checkNode } from './install.mjs'
import { ROOT } from './lib/root.mjs'
import { run } from './lib/run.mjs'
import { elapsed, Fault, runMain, say } from './lib/say.mjs'
import { needChromium } from './test/chromium.mjs'
import { add, FAILED, fromVitest, inWords, NONE, PASSED } from './test/counts.mjs'
import { checkGenerated } from './test/generated.mjs'
import { onMongo } from './test/onMongo.mjs'

const bin = (...path) => join(ROOT, 'node_modules', ...path)
const note = (line) => say(`      ${line}`)

/** Runs a program quietly, tells every half minute that it still does, and shows its lines only when it fails. */
const quietly = async ({ name, file = process.execPath, args, env }) => {
  const lines = []
  const result = await run({ file, args, cwd: ROOT, env, onLine: (line) => lines.push(line), onTick: (ms) => note(`… ${name}, ${elapsed(ms)}`), tickMs: 30_000 })
  if (result.code !== 0) for (const line of lines.slice(-400)) note(line)
  return result
}

const asCheck = ({ code }) => (code === 0 ? PASSED : FAILED)

const types = async ({ env }) => {
  // Route types and the declarations of styles and pictures are generated; a fresh clone has none.
  if (existsSync(join(ROOT, 'src', 'app'))) {
    const made = await quietly({ name: 'next typegen', args: [bin('next', 'dist', 'bin', 'next'), 'typegen'], env })
    if (made.code !== 0) return FAILED
  }
  return asCheck(await quietly({ name: 'tsc', args: [bin('typescript', 'bin', 'tsc'), '--noEmit', '--project', ROOT], env }))
}

const lint = async ({ env }) => asCheck(await quietly({ name: 'eslint', args: [bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'], env }))

const generated = ({ env }) =>
  checkGenerated({ root: ROOT, note, runNpm: (script) => quietly({ name: script, file: 'npm', args: ['run', '--silent', script], env }) })

const vitest = (project) => async ({ env, folder }) => {
  const report = join(folder, `${project}.json`)
  const args = [bin('vitest', 'vitest.mjs'), 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await quietly({ name: project, args, env: { ...env, NO_COLOR: '1' } })
  return fromVitest(existsSync(report) ? JSON.parse(await readFile(report, 'utf8')) : undefined, code)
}

const buildOnce = async () => {
  if (!(await build())) note('nothing changed since the last one')
  return PASSED
}

const endToEnd = async ({ env, folder }) => vitest('e2e')({ env: { ...env, CHROMIUM_PATH: await needChromium() }, folder })

/** The stages in their order. Any may be asked for by name; the end-to-end tests build first when they have to. */
const STAGES = [
  { name: 'types', what: 'types', work: types },
  { name: 'lint', what: 'lint and boundaries', work: lint },
  { name: 'generated', what: 'generated files in step', work: generated },
  { name: 'unit', what: 'unit tests', work: vitest('unit') },
  { name: 'int', what: 'integration tests', work: vitest('int') },
  { name: 'int-mongo', what: "integration tests on MongoDB's protocol", work: onMongo({ note, run: vitest('int-mongo') }) },
  { name: 'build', what: 'build', work: buildOnce },
  { name: 'e2e', what: 'end-to-end tests in Chromium, axe', work: endToEnd },
]

const chosen = (names) => {
  const unknown = names.filter((name) => !STAGES.some((stage) => stage.name === name))
  if (unknown.length > 0) throw new Fault(`There is no stage ${unknown.join(', ')}; there are ${STAGES.map(({ name }) => name).join(', ')}`)
  const wanted = names.includes('e2e') ? [...names, 'build'] : names
  return names.length === 0 ? STAGES : STAGES.filter(({ name }) => wanted.includes(name))
}

const attempt = async (stage, context) => {
  if (stage.name === 'e2e' && context.broken.has('build')) {
    note('not run: there is no build to test')
    return FAILED
  }
  try {
    return await stage.work(context)
  } catch (error) {
    note(`✗ ${error instanceof Fault ? error.message : error.stack}`)
    return FAILED
  }
}

// What a developer has set in this console must not reach the tests, nor the tests the developer's data.
const testEnv = async (folder) => {
  const names = [...(await readFile(join(ROOT, '.env.example'), 'utf8')).matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)
  const own = Object.entries(process.env).filter(([name]) => !names.includes(name))
  return { ...Object.fromEntries(own), DATA_DIR: join(folder, 'data'), NEXT_TELEMETRY_DISABLED: '1' }
}

const perform = async (stages, context) => {
  let total = NONE
  for (const [index, stage] of stages.entries()) {
    const start = performance.now()
    say(`[${index + 1}/${stages.length}] ${stage.what}`)
    const counts = await attempt(stage, context)
    if (counts.failed > 0) context.broken.add(stage.name)
    total = add(total, counts)
    say(`${counts.failed > 0 ? '✗' : '✓'}     ${stage.name}: ${inWords(counts)}, ${elapsed(performance.now() - start)}`)
  }
  return total
}

await runMain(async () => {
  checkNode()
  const stages = chosen(process.argv.slice(2))
  const folder = await mkdtemp(join(tmpdir(), 'portal-test-'))
  const env = await testEnv(folder)
  const start = performance.now()
  const total = await perform(stages, { env, folder, broken: new Set() })
  await rm(folder, { recursive: true, force: true })
  say(`Everything together: ${elapsed(performance.now() - start)}`)
  say(inWords(total))
  process.exitCode = total.failed > 0 ? 1 : 0
})
