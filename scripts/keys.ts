import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { addRingKey, dropRingKeys, readRing } from '../src/lib/contactRing'
import { dropRefusal, FRESH_MS, type DropRefusal } from '../src/services/keys/drop'
import { readWord, type KeyState } from '../src/services/keys/word'
import { Fault, runMain, say } from './lib/say.mjs'
import { loadSettings } from './lib/settings.mjs'

const HELP = `npm run keys:rotate -- [--data-dir FOLDER]           adds a key for contact details; the portal seals everything anew with it, now or at its next start
  npm run keys:rotate -- --status                     says which key sealed how much
  npm run keys:rotate -- --wait                       the same until nothing needs an older key
  npm run keys:rotate -- --drop-old --i-kept-them     takes keys out of the ring that nothing needs any more
  Backups made before the change need the older keys: keep them apart before dropping.`

const OPTIONS = { 'data-dir': { type: 'string' }, status: { type: 'boolean' }, wait: { type: 'boolean' }, 'drop-old': { type: 'boolean' }, 'i-kept-them': { type: 'boolean' } } as const
const REFUSED: Record<DropRefusal, string> = {
  nothing: 'there is only one key in the ring',
  notRunning: 'the portal has not said for three minutes what its rows need; start it, wait half a minute and try again',
  otherRing: 'the portal has not read this ring yet; wait half a minute and try again',
  inUse: 'rows still need an older key; wait for npm run keys:rotate -- --wait',
  unknownKeys: 'rows name a key that is not in this ring; put the ring back that has it (see the health page)',
}

const WAIT_MS = 2000
const EVERY_MS = 120_000

const given = () => {
  try {
    return parseArgs({ options: OPTIONS }).values
  } catch (error) {
    throw new Fault(`${error instanceof Error ? error.message : String(error)}\n  ${HELP}`)
  }
}

const folder = (asked: string | undefined): string => path.resolve(asked ?? process.env.DATA_DIR ?? 'data')

const ringOf = (dataDir: string): string[] => {
  if (process.env.CONTACT_KEYS) {
    throw new Fault('the keys are given in CONTACT_KEYS: add one at the end of it yourself (the newest is the last) and start the portal again; it seals everything anew')
  }
  try {
    return readRing(dataDir).map(({ id }) => id)
  } catch (error) {
    throw new Fault(`${error instanceof Error ? error.message : String(error)}; the portal makes its ring at its first start`)
  }
}

const told = (ring: readonly string[], state: KeyState | undefined): string => {
  if (!state) return 'the portal has said nothing yet'
  const rows = ring.map((id, at) => `${id}${at === ring.length - 1 ? ' (newest)' : ''}: ${state.uses[id] ?? 0}`).join(', ')
  const stale = Date.now() - state.at > FRESH_MS ? ` – said ${Math.round((Date.now() - state.at) / 60_000)} minutes ago; the portal is not running` : ''
  return `rows by key – ${rows}${state.unknown > 0 ? `, by keys that are not here: ${state.unknown}` : ''}${stale}`
}

const isDone = (ring: readonly string[], state: KeyState | undefined, since: number): boolean =>
  state !== undefined && state.at > since && state.ring.join() === ring.join() && ring.slice(0, -1).every((id) => (state.uses[id] ?? 0) === 0)

const wait = async (dataDir: string): Promise<void> => {
  const begun = Date.now()
  let said = ''
  for (let last = begun; ;) {
    const [ring, state] = [ringOf(dataDir), readWord(dataDir)]
    const line = told(ring, state)
    if (line !== said) {
      last = Date.now()
      say((said = line))
    }
    if (isDone(ring, state, begun)) {
      say('✓ everything is sealed with the newest key')
      return
    }
    if (Date.now() - last > EVERY_MS) throw new Fault('nothing moved for two minutes: is the portal running? It goes on at its next start')
    await pause(WAIT_MS)
  }
}

const drop = (dataDir: string, kept: boolean): void => {
  const ring = ringOf(dataDir)
  const refusal = dropRefusal({ ring, state: readWord(dataDir), now: Date.now() })
  if (refusal) throw new Fault(REFUSED[refusal])
  if (!kept) throw new Fault('backups made before the change need the older keys: copy keys/contact to where keys are kept apart, then add --i-kept-them')
  say(`✓ dropped ${dropRingKeys(dataDir, ring.slice(0, -1)).join(', ')}; the portal forgets them within half a minute`)
}

await runMain(async () => {
  const options = given()
  loadSettings()
  const dataDir = folder(options['data-dir'])
  const ring = ringOf(dataDir)
  if (options['drop-old']) return drop(dataDir, options['i-kept-them'] === true)
  if (options.status) return say(told(ring, readWord(dataDir)))
  if (options.wait) return wait(dataDir)
  const id = addRingKey(dataDir)
  say(`✓ ${id} was added to ${path.join(dataDir, 'keys', 'contact')}; copy that file to where keys are kept apart, now`)
  say(`  ${told([...ring, id], readWord(dataDir))}`)
  say('  The running portal takes it up within half a minute, a stopped one at its next start. How far it is: npm run keys:rotate -- --wait')
})
