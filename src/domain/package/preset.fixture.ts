import json from '../../../presets/jianwai.json'
import { checkPackage } from './check'
import type { StructurePackage } from './schema'

/** The committed preset as its file says it, and as the schema reads it. */
export const presetJson: unknown = json

export const preset = (): StructurePackage => {
  const checked = checkPackage(json)
  if (!checked.ok) throw new Error(`preset: ${JSON.stringify(checked.problems.slice(0, 3))}`)
  return checked.package
}

/** Every place of a JSON value, as pointer and value, leaves and branches. */
export const places = (value: unknown, at = ''): { path: string; value: unknown }[] => {
  const below = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [{ path: at, value }, ...below.flatMap(([key, inner]) => places(inner, `${at}/${key}`))]
}

export type Edit = { path: string; value?: unknown }

/** A copy with one place set, or removed when the edit has no value. Pointers without escapes. */
export const edited = (whole: unknown, { path, ...edit }: Edit): unknown => {
  const copy: unknown = structuredClone(whole)
  const keys = path.split('/').slice(1)
  const last = keys.pop()
  if (last === undefined) return 'value' in edit ? edit.value : undefined
  const parent = keys.reduce<unknown>((node, key) => Object(node)[key], copy)
  const set = Object(parent)
  if ('value' in edit) set[last] = edit.value
  else if (Array.isArray(set)) set.splice(Number(last), 1)
  else Reflect.deleteProperty(set, last)
  return copy
}
