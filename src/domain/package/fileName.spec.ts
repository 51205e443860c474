import { expect, it } from 'vitest'
import { packageFileName } from './fileName'

it.each([
  ['东片', false, '东片-2026-03-02.json'],
  ['东片', true, '东片-part-2026-03-02.json'],
  ['东/西 "片" <一>|二?', false, '东-西-片-一-二--2026-03-02.json'],
  ['..\\..\\etc', false, '..-..-etc-2026-03-02.json'],
])('%s, in part %s: %s', (office, part, name) => expect(packageFileName({ office, part, day: '2026-03-02' })).toBe(name))
