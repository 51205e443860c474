import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { add, FAILED, NONE, PASSED } from './counts.mjs'

/** npm scripts that write files which are committed, and those files. */
const GENERATED = [
  { script: 'generate:types', file: 'src/payload-types.ts' },
  { script: 'generate:importmap', file: 'src/app/(payload)/admin/importMap.js' },
  { script: 'generate:graphql', file: 'docs/api/schema.graphql' },
  { script: 'generate:licences', file: 'docs/licences.md' },
]

const read = async (file) => (existsSync(file) ? readFile(file, 'utf8') : undefined)

const check = async ({ root, script, file, runNpm, note }) => {
  const path = join(root, file)
  const before = await read(path)
  const { code } = await runNpm(script)
  if (code !== 0) return FAILED
  const after = await read(path)
  if (before === after) return PASSED
  // A check leaves the tree as it was.
  if (before !== undefined) await writeFile(path, before)
  note(`${file} is not what npm run ${script} makes: run it and commit the file`)
  return FAILED
}

/** Makes the generated files anew and compares. One check each; a script that package.json does not have yet is skipped. */
export const checkGenerated = async ({ root, runNpm, note }) => {
  const { scripts = {} } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  let counts = NONE
  for (const { script, file } of GENERATED) {
    counts = add(counts, scripts[script] ? await check({ root, script, file, runNpm, note }) : { ...NONE, skipped: 1 })
  }
  return counts
}
