import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

type Named = { name: { zh: string; en?: string } }
type Preset = { office: Named & { shortName: Named['name']; footer: { host?: Named['name'] } } } & Record<'levels' | 'units' | 'teams' | 'categories', Named[]>

const ROOT = path.resolve(import.meta.dirname, '..')
const HAN = '\\u3400-\\u9fff'

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

/** How a name is found in code. Short ones must stand alone: 楼门 is a level, 楼门号 is any door's number. */
const chinese = (name: string): string => (name.length > 2 ? escaped(name) : `(?<![${HAN}])${escaped(name)}(?![${HAN}])`)

const english = (name: string): string => `\\b${escaped(name)}\\b`

/** Names of one English word are words of the language ("Noise", "Doorway"), and say nothing about an office. */
const isOwn = (name: string | undefined): name is string => name !== undefined && /\S\s\S/.test(name)

const ofOffice = ({ office }: Preset): string[] =>
  [office.name, office.shortName, ...(office.footer.host ? [office.footer.host] : [])].flatMap(({ zh, en }) => [escaped(zh), ...(en ? [english(en)] : [])])

const ofRows = (preset: Preset, isTerm: (name: string) => boolean): string[] =>
  [...preset.levels, ...preset.units, ...preset.teams, ...preset.categories].flatMap(({ name: { zh, en } }) =>
    isTerm(zh) ? [] : [chinese(zh), ...(isOwn(en) && !isTerm(en) ? [english(en)] : [])],
  )

/** One pattern for all names of an office's own; `isTerm` says which belong to the field and not to the office. */
const ownWords = (preset: Preset, isTerm: (name: string) => boolean): RegExp =>
  new RegExp([...new Set([...ofOffice(preset), ...ofRows(preset, isTerm)])].join('|'))

const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((item) => (item.isFile() ? [path.join(item.parentPath, item.name)] : []))
    : []

const isCode = (file: string): boolean => /\.(tsx?|jsx?|mjs|json|css|scss|graphql)$/.test(file) && !/\.(spec|fixture)\.\w+$/.test(file)

const glossary = existsSync(path.join(ROOT, 'docs/glossary.md')) ? readFileSync(path.join(ROOT, 'docs/glossary.md'), 'utf8') : ''
// A term stands in a cell of the glossary's tables, or between marks of emphasis; being part of a sentence makes nothing a term.
const terms = new Set(glossary.split(/[|\n·\u3001\uff0c\uff1b*`/()\uff08\uff09,;]/).map((term) => term.trim().toLowerCase()))
const isTerm = (name: string): boolean => terms.has(name.toLowerCase())

// The demonstration's texts stand beside the packages, and name no structure of their own.
const isPackage = (file: string): boolean => file.endsWith('.json') && 'office' in (JSON.parse(readFileSync(file, 'utf8')) as object)
const presets = filesBelow(path.join(ROOT, 'presets')).filter(isPackage)
const code = ['src', 'collections', 'blocks'].flatMap((folder) => filesBelow(path.join(ROOT, folder))).filter(isCode)

describe("offices' own words", () => {
  const preset: Preset = {
    office: { name: { zh: '东河街道', en: 'Donghe Subdistrict' }, shortName: { zh: '东河', en: 'Donghe' }, footer: { host: { zh: '东河街道办事处' } } },
    levels: [{ name: { zh: '楼门', en: 'Doorway' } }, { name: { zh: '网格', en: 'Grid' } }],
    units: [{ name: { zh: '柳岸社区', en: 'Liuan Community' } }],
    teams: [{ name: { zh: '夜巡队' } }],
    categories: [{ name: { zh: '噪声', en: 'Noise' } }],
  }
  const words = ownWords(preset, (name) => name === '网格')

  it.each([
    ['欢迎来到东河', true], ['Donghe', true], ["const a = 'Liuan Community'", true], ['柳岸社区服务站', true], ['夜巡队长', true], ["'楼门'", true], ['<b>噪声</b>', true],
    ['网格', false], ['楼门号', false], ['Doorway', false], ['Noise', false], ['const donghe = 1', false], ['柳岸', false],
  ])('%s: %s', (text, expected) => expect(words.test(text)).toBe(expected))
})

describe.each(presets.map((file) => [path.basename(file), file]))('the words of %s', (_name, file) => {
  const words = ownWords(JSON.parse(readFileSync(file, 'utf8')) as Preset, isTerm)

  it('stand in no code', () => {
    const found = code.flatMap((place) =>
      readFileSync(place, 'utf8').split('\n').flatMap((line, index) => {
        const word = words.exec(line)?.[0]
        return word ? [`${path.relative(ROOT, place)}:${index + 1} has "${word}"`] : []
      }),
    )
    expect(found).toEqual([])
  })
})

it('looks at presets and at code', () => {
  expect(presets.length).toBeGreaterThan(0)
  expect(code.length).toBeGreaterThan(100)
  expect(code.some((file) => file.endsWith('.json') && new RegExp(`[${HAN}]`).test(readFileSync(file, 'utf8')))).toBe(true)
})
