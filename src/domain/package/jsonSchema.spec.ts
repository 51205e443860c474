import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { packageSchema, SCHEMA_FILE } from './jsonSchema'
import { LISTS } from './sections'

it('is published as it is (npm run generate:package-schema)', () => {
  expect(readFileSync(path.resolve('public', SCHEMA_FILE), 'utf8')).toBe(packageSchema())
})

it('names every list of a package', () => {
  const { properties, additionalProperties } = JSON.parse(packageSchema()) as { properties: Record<string, unknown>; additionalProperties: unknown }
  expect(Object.keys(properties)).toEqual(expect.arrayContaining([...LISTS, 'office', 'limits', 'routing']))
  expect(additionalProperties).toBe(false)
})
