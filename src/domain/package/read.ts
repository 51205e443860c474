import { checkPackage } from './check'
import { pointer, type Problem } from './problem'
import type { StructurePackage } from './schema'
import { PACKAGE_VERSION, upgradePackage } from './upgrade'

/** Bytes of a file; levels of its nesting; values in it. An office of 10,000 units stays far below each. */
export const PACKAGE_CAPS = { bytes: 20 * 1024 * 1024, depth: 40, values: 1_000_000 }

export type ReadPackage = { ok: true; package: StructurePackage; from?: number } | { ok: false; problems: Problem[]; /** What could be read of it, for naming rows. */ json?: unknown }

const fault = (code: Problem['code'], params: Problem['params'] = {}, path = ''): { ok: false; problems: Problem[] } => ({ ok: false, problems: [{ path, code, params }] })

/** Keys that would reach into every object of a program that copies them without care. */
const HOSTILE = new Set(['__proto__', 'constructor', 'prototype'])

type Place = { value: object; keys: readonly PropertyKey[] }

/** Walks without recursion: a file may be nested deeper than a program can call itself. */
const hostileIn = (json: unknown): Problem | undefined => {
  const open: Place[] = typeof json === 'object' && json !== null ? [{ value: json, keys: [] }] : []
  let values = 0
  for (let place = open.pop(); place; place = open.pop()) {
    const { value, keys } = place
    if (keys.length > PACKAGE_CAPS.depth) return { path: pointer(keys.slice(0, 8)), code: 'tooDeep', params: { max: PACKAGE_CAPS.depth } }
    const entries = Object.entries(value) as [string, unknown][]
    values += entries.length
    if (values > PACKAGE_CAPS.values) return { path: '', code: 'tooMuch', params: { max: PACKAGE_CAPS.values } }
    const bad = entries.find(([key]) => HOSTILE.has(key))
    if (bad) return { path: pointer(keys), code: 'unknownKey', params: { keys: bad[0] } }
    for (const [key, below] of entries) if (typeof below === 'object' && below !== null) open.push({ value: below, keys: [...keys, key] })
  }
  return undefined
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/** Where a text stops being JSON, as far as the engine says. */
const brokenAt = (text: string, { message }: SyntaxError): Problem['params'] => {
  const position = /position (\d+)/.exec(message)?.[1]
  return position === undefined ? { line: text.split('\n').length } : { line: lineAt(text, Number(position)) }
}

const parsed = (text: string): { json: unknown } | { problem: Problem } => {
  try {
    // a file saved by an office program may begin with a byte order mark
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown }
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: { path: '', code: 'notReadable', params: brokenAt(text, error) } }
    // nested deeper than the engine itself can follow
    if (error instanceof RangeError) return { problem: { path: '', code: 'tooDeep', params: { max: PACKAGE_CAPS.depth } } }
    throw error
  }
}

const newer = (json: unknown): number | undefined => {
  const version = typeof json === 'object' && json !== null && 'schemaVersion' in json ? json.schemaVersion : undefined
  return typeof version === 'number' && version > PACKAGE_VERSION ? version : undefined
}

/**
 * Reads the text of a package file: its size, its nesting, its keys; brings an older version up to date; then checks it. Never throws on bad
 * input; `from` is the version of an older file.
 */
export const readPackage = (text: string): ReadPackage => {
  if (text.length > PACKAGE_CAPS.bytes) return fault('tooLarge', { maxMB: PACKAGE_CAPS.bytes / 1024 / 1024 })
  const found = parsed(text)
  if ('problem' in found) return { ok: false, problems: [found.problem] }
  const hostile = hostileIn(found.json)
  if (hostile) return { ok: false, problems: [hostile] }
  const version = newer(found.json)
  if (version !== undefined) return fault('tooNew', { version, known: PACKAGE_VERSION }, '/schemaVersion')
  const { json, from } = upgradePackage(found.json)
  const checked = checkPackage(json)
  if (!checked.ok) return { ...checked, json }
  return from === undefined ? checked : { ...checked, from }
}
