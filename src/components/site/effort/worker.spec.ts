import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

// Served from a file of this host, where no bundler looks: it has to be the one of the library that asks for it.
it('the worker that is served is the library’s own', () => {
  const file = (name: string) => readFileSync(path.resolve(name), 'utf8')
  expect(file('public/altcha/pbkdf2.js')).toBe(file('node_modules/altcha/dist/workers/pbkdf2.js'))
})
