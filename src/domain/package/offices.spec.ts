import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { places } from './preset.fixture'
import { presetFiles } from './presets.fixture'

const text = readFileSync(path.resolve(import.meta.dirname, '../../../docs/offices.md'), 'utf8')
const ROWS: Record<string, number> = { S0: 47, S1: 48, S2: 62, S3: 27, S4: 41 }

/** The sections of the page: the rows' prefix, the preset they speak of, and their lines. */
const sections = text.split(/^## /m).slice(1).map((section) => {
  const [, prefix = '', preset = ''] = /^(S\d) · .*\(`([a-z]+)`\)/.exec(section) ?? []
  return { prefix, preset, rows: section.split('\n').filter((line) => /^\| S\d-\d\d /.test(line)) }
})

/** Everything a row of a preset can be called by: values of codes, keys and addresses, names of fields, and clauses. */
const namesIn = (json: unknown): Set<string> => {
  const all = places(json)
  const values = all.flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
  const fields = all.flatMap(({ path: at }) => at.split('/').at(-1) ?? [])
  const clauses = all.filter(({ path: at }) => /^\/ruleDocuments\/\d+$/.test(at)).flatMap(({ value }) => {
    const { code, clauses: own } = value as { code: string; clauses: { code: string }[] }
    return own.map((clause) => `${code}#${clause.code}`)
  })
  return new Set([...values, ...fields, ...clauses])
}

describe('the page of the offices', () => {
  it('has a section for each', () => {
    expect(sections.map(({ prefix }) => prefix)).toEqual(Object.keys(ROWS))
  })

  it.each(sections)('$prefix: every row once, in order, with something said', ({ prefix, rows }) => {
    const expected = Array.from({ length: ROWS[prefix] ?? 0 }, (_, at) => `${prefix}-${String(at + 1).padStart(2, '0')}`)
    expect(rows.map((row) => row.slice(2, 7))).toEqual(expected)
    expect(rows.filter((row) => row.split('|').some((cell, at) => (at === 2 || at === 3) && cell.trim() === ''))).toEqual([])
  })

  it.each(sections)('$prefix names only what $preset has', ({ preset, rows }) => {
    const names = namesIn(presetFiles.find(([name]) => name === preset)?.[1])
    const unknown = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => (names.has(code) ? [] : [`${row.slice(2, 7)} ${code}`])))
    expect(unknown).toEqual([])
  })
})
