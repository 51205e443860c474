import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isFile } from '../src/services/backup/files'
import { sqliteFile } from '../src/services/backup/settings'
import { readKept, verifyExport, verifyFile, type Told } from '../src/services/audit/verifyFile'
import { Fault, runMain, say } from './lib/say.mjs'
import { loadSettings } from './lib/settings.mjs'

const HELP = `npm run audit:verify -- [--data-dir FOLDER] [--anchor FILE]… [--key FILE]…
                              verifies the audit log of a portal on SQLite, also while it runs, against its head and every anchor
  npm run audit:verify -- --export FILE [--anchor FILE]… [--key FILE]…
                              verifies an export of the log (lines)
  --anchor: lines kept outside (ANCHOR_DIR/*.anchors); --key: public keys (anchor-key.pem), where the portal's own is not at hand
  Ends with 0 where everything holds, with 1 and the first fault of each office where it does not.`

const OPTIONS = { 'data-dir': { type: 'string' }, export: { type: 'string' }, anchor: { type: 'string', multiple: true }, key: { type: 'string', multiple: true } } as const

const given = () => {
  try {
    return parseArgs({ options: OPTIONS }).values
  } catch (error) {
    throw new Fault(`${error instanceof Error ? error.message : String(error)}\n  ${HELP}`)
  }
}

const textsOf = async (files: readonly string[] = []): Promise<string[]> => {
  const texts: string[] = []
  for (const file of files) {
    if (!(await isFile(path.resolve(file)))) throw new Fault(`there is no file ${file}`)
    texts.push(await readFile(path.resolve(file), 'utf8'))
  }
  return texts
}

const line = ({ name, verdict: { checked, from, anchors, fault } }: Told): string =>
  fault
    ? `✗ ${name}: ${fault.kind} at entry ${fault.seq}; whole from ${from} to ${checked.seq}`
    : `✓ ${name}: entries ${from} to ${checked.seq} are whole; ${anchors.agreeing} anchors agree${anchors.unsigned > 0 ? `, ${anchors.unsigned} of them signed by a key that is not at hand` : ''}`

await runMain(async () => {
  const options = given()
  if (options['data-dir']) process.env.DATA_DIR = path.resolve(options['data-dir'])
  loadSettings()
  const kept = readKept({ anchors: await textsOf(options.anchor), keys: await textsOf(options.key) })
  const told = options.export ? verifyExport({ texts: await textsOf([options.export]), kept }) : verifyFile({ database: sqliteFile(), kept })
  const all = await told
  for (const each of all) say(line(each))
  const broken = all.filter(({ verdict }) => verdict.fault)
  if (broken.length > 0) throw new Fault(`the audit log of ${broken.map(({ name }) => name).join(', ')} does not hold`)
  if (all.length === 0) throw new Fault('there is no audit log')
})
