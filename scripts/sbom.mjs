import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMain, ROOT } from './lib/root.mjs'
import { run } from './lib/run.mjs'
import { Fault, runMain, say } from './lib/say.mjs'

const FILE = 'sbom.cdx.json'

const byRef = (one, other) => (one['bom-ref'] ?? one.ref).localeCompare(other['bom-ref'] ?? other.ref, 'en')

/** A serial number that follows from what is listed: equal lockfiles, equal lists. */
const serialOf = (text) => {
  const digits = createHash('sha256').update(text).digest('hex')
  return `urn:uuid:${digits.slice(0, 8)}-${digits.slice(8, 12)}-5${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}

/** npm's list of what the portal is made of (CycloneDX), without what differs from one run or folder to the next. */
export const reproducible = (bom, { lockfile, name }) => {
  const { timestamp: _when, ...metadata } = bom.metadata
  return {
    ...bom, serialNumber: serialOf(lockfile), metadata: { ...metadata, component: { ...metadata.component, name, properties: [] } },
    components: [...bom.components].sort(byRef), dependencies: bom.dependencies.map((each) => ({ ...each, dependsOn: [...(each.dependsOn ?? [])].sort() })).sort(byRef),
  }
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    const lines = []
    const { code } = await run({ file: 'npm', args: ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], cwd: ROOT, env: process.env, onLine: (line) => lines.push(line) })
    const from = lines.indexOf('{')
    if (code !== 0 || from < 0) throw new Fault(`npm sbom ended with ${code}: ${lines.slice(-3).join(' ')}`)
    const lockfile = await readFile(join(ROOT, 'package-lock.json'), 'utf8')
    const { name } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'))
    const bom = reproducible(JSON.parse(lines.slice(from, lines.lastIndexOf('}') + 1).join('\n')), { lockfile, name })
    await writeFile(join(ROOT, FILE), `${JSON.stringify(bom, null, 2)}\n`)
    say(`${FILE}: ${bom.components.length} components, ${bom.serialNumber}`)
  })
}
