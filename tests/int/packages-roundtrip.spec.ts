import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countRows } from '@/db/rows'
import { readPackage } from '@/domain/package/read'
import { serialise } from '@/domain/package/serialise'
import type { StructurePackage } from '@/domain/package/schema'
import { applyPackage } from '@/services/structure/package/apply'
import { exportOf } from '@/services/structure/package/read'
import { readSource } from '@/services/structure/package/source'
import { SLUG } from '@/slugs'
import { emptied } from '../helpers/emptied'
import { openPortal, type TestPortal } from '../helpers/portal'

const FOLDER = path.resolve('presets')
const textOf = (file: string): string => readFileSync(path.join(FOLDER, file), 'utf8')
// the demonstration is people and matters, no package
const PRESETS = readdirSync(FOLDER).filter((file) => file.endsWith('.json') && file !== 'demo.json')

let portal: TestPortal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())
beforeEach(() => emptied(portal.payload))

const read = (text: string): StructurePackage => {
  const found = readPackage(text)
  if (!found.ok) throw new Error(JSON.stringify(found.problems.slice(0, 5)))
  return found.package
}

const madeOf = async (text: string): Promise<string> => {
  expect(await countRows(portal, SLUG.offices)).toBe(0)
  const office = await applyPackage({ payload: portal.payload, pack: read(text) })
  return serialise(exportOf(await readSource(portal, office)))
}

/** What a package says of the office, defaults written out, whatever was only said of the file. */
const said = (text: string) => {
  const { name: _name, description: _description, pages, office, notices, noticeColumns, ...rest } = read(text)
  return {
    ...rest, office: { codePattern: 'free', ...office }, pages: pages.map(({ slug, title, blocks }) => ({ slug, title, blocks })),
    notices: notices.map(({ alert: _alert, ...row }) => row), noticeColumns: noticeColumns.map((row) => ({ staleDays: 180, ...row })),
  }
}

describe.each(PRESETS)('%s', (file) => {
  it('applied, exported, applied on another empty database and exported again, is the same to the byte', async () => {
    const first = await madeOf(textOf(file))
    await emptied(portal.payload)
    const second = await madeOf(first)
    expect(second).toBe(first)
    expect(first.endsWith('}\n')).toBe(true)
  })

  it('loses nothing on the way', async () => {
    expect(said(await madeOf(textOf(file)))).toEqual(said(textOf(file)))
  })
})
