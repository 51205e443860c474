import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '..')
const PARTS = ['src', 'collections', 'blocks', 'presets', 'scripts', 'tests', 'docs', 'public', 'deploy', '.github'].filter((part) => existsSync(path.join(ROOT, part)))
const MADE = /^(deploy\/(compose\.env|secrets\/)|.*\.tsbuildinfo$)/

// What is ignored is missing in every clone, while it works where it was written.
it.skipIf(!existsSync(path.join(ROOT, '.git')))('no source is kept out of the repository', () => {
  const ignored = execFileSync('git', ['ls-files', '--others', '--ignored', '--exclude-standard', '--', ...PARTS], { cwd: ROOT, encoding: 'utf8' }).split('\n').filter(Boolean)
  expect(ignored.filter((file) => !MADE.test(file))).toEqual([])
})
