import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checkPackage } from './check'
import type { StructurePackage } from './schema'

export const FOLDER = path.resolve(import.meta.dirname, '../../../presets')

const isPackage = (json: unknown): boolean => typeof json === 'object' && json !== null && 'office' in json

/** Every committed preset as its file says it, by its file's name. The demonstration's texts stand beside them and are none. */
export const presetFiles: readonly (readonly [name: string, json: unknown])[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => [path.basename(file, '.json'), JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as unknown] as const)
  .filter(([, json]) => isPackage(json))

/** A preset as the schema reads it. Throws with its first problems. */
export const readPreset = (json: unknown): StructurePackage => {
  const checked = checkPackage(json)
  if (!checked.ok) throw new Error(`preset: ${JSON.stringify(checked.problems.slice(0, 3))}`)
  return checked.package
}
