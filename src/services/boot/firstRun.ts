import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { findRow, updateRowIf } from '@/db/rows'
import { withTransaction } from '@/db/transaction'
import { checkPackage } from '@/domain/package/check'
import { env, startIsChosen } from '@/lib/env'
import { unsafeAddPerson, unsafeGrant } from '@/services/people/addPerson'
import { applyPackage } from '@/services/structure/package/apply'
import { forgetOfficeModel, officeModel } from '@/services/structure/cache'
import { wordsOf } from '@/lib/wordsOf'
import { SLUG } from '@/slugs'
import { say } from './say'

/** The package file of a preset; `none` is an office without structure. */
const presetFile = (preset: string): string => path.resolve(process.cwd(), 'presets', `${preset === 'none' ? 'empty' : preset}.json`)

/** Reads and checks a preset. Throws with one line a fault: a broken preset must not make half an office. */
export const readPreset = async (preset: string) => {
  const checked = checkPackage(JSON.parse(await readFile(presetFile(preset), 'utf8')))
  if (!checked.ok) throw new Error(`preset ${preset} is broken:\n${checked.problems.slice(0, 20).map((problem) => `  ${problem.path} ${problem.code}`).join('\n')}`)
  return checked.package
}

/** Makes the first account, the owner, with a one-time password that is printed once. */
const makeOwner = async (payload: Payload, office: string): Promise<void> => {
  const role = await findRow({ payload }, SLUG.roles, { where: { and: [{ exclusive: { equals: 'owner' } }, { office: { equals: office } }] } })
  if (!role) throw new Error('the preset has no role for the owner')
  const password = await withTransaction(payload, async (req) => {
    const owner = await unsafeAddPerson(req, { office, username: 'owner', name: wordsOf(role.name).zh })
    await unsafeGrant(req, { office, person: owner.id, role: role.id, reason: 'first run' })
    return owner.password
  })
  say(`First sign-in at /desk:  user name  owner   one-time password  ${password}`)
  say('The password is shown only now; it must be changed at the first sign-in.')
}

/** On a database without an office: applies the preset and makes the owner. Otherwise does nothing. */
export const firstRun = async (payload: Payload): Promise<void> => {
  const office = (await officeModel(payload))?.office.id ?? (await applyFirst(payload))
  const anybody = await findRow({ payload }, SLUG.users, {})
  if (!anybody) await makeOwner(payload, office)
}

const applyFirst = async (payload: Payload): Promise<string> => {
  const { PRESET } = env()
  say(`Making the office from preset ${PRESET} …`)
  const pack = await readPreset(PRESET)
  const started = performance.now()
  const office = await applyPackage({ payload, pack })
  // Whoever named a preset, or wants the demonstration, has chosen already; anybody else is asked at the first sign-in.
  await updateRowIf({ payload }, SLUG.offices, { id: { equals: office } }, { setup: startIsChosen() ? 'done' : 'pending' })
  forgetOfficeModel()
  say(`Preset ${PRESET} applied in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return office
}
