import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDemo } from './content'

type Coded = { code: string; matterType?: string; openBy?: string[] }
type Preset = Record<'categories' | 'units' | 'roles' | 'teams' | 'posts' | 'sources' | 'tags' | 'matterTypes', Coded[]>

const content = await readDemo()
const preset = JSON.parse(readFileSync(`presets/${content.preset}.json`, 'utf8')) as Preset
const codes = (table: keyof Preset) => new Set(preset[table].map(({ code }) => code))
const unknown = (table: keyof Preset, named: (string | undefined)[]) => [...new Set(named.flatMap((code) => (code !== undefined && !codes(table).has(code) ? [code] : [])))]

describe('the words of the demonstration', () => {
  it.each<[keyof Preset, (string | undefined)[]]>([
    ['categories', content.reports.map(({ category }) => category)],
    ['tags', content.reports.flatMap(({ tags }) => tags)],
    ['units', [...content.places.map(({ unit }) => unit), ...content.people.flatMap((person) => [person.unit, ...person.leads, ...person.roles.map(({ unit }) => unit), ...person.duties.flatMap(({ units }) => units ?? [])])]],
    ['roles', content.people.flatMap(({ roles }) => roles.map(({ role }) => role))],
    ['teams', content.people.flatMap(({ duties }) => duties.map(({ team }) => team))],
    ['posts', content.people.flatMap(({ duties }) => duties.map(({ post }) => post))],
    ['sources', content.channels.map(({ source }) => source)],
    ['matterTypes', [...content.channels.map(({ type }) => type), ...Object.keys(content.answers)]],
  ])('name only %s that the preset has', (table, named) => {
    expect(named.length).toBeGreaterThan(0)
    expect(unknown(table, named)).toEqual([])
  })

  it('have one person for every role but the owner, by its name', () => {
    const missing = preset.roles.filter(({ code }) => code !== 'owner' && !content.people.some(({ username, roles }) => username === code.toLowerCase() && roles[0]?.role === code))
    expect(missing).toEqual([])
    expect(new Set(content.people.map(({ username }) => username)).size).toBe(content.people.length)
  })

  it('let every channel be used by somebody who exists', () => {
    const names = new Set(content.people.map(({ username }) => username))
    expect(content.channels.flatMap(({ recordedBy }) => recordedBy).filter((name) => !names.has(name))).toEqual([])
    expect(content.channels.filter(({ recordedBy }) => recordedBy.length === 0).map(({ source }) => source)).toEqual(['web'])
  })

  it('speak of every category that stands below another', () => {
    const spoken = new Set(content.reports.map(({ category }) => category))
    expect(preset.categories.filter((category) => 'parent' in category && !spoken.has(category.code)).map(({ code }) => code)).toEqual([])
  })

  it('fill in places and nothing else', () => {
    const texts = [...content.reports.flatMap(({ texts, replies, notes }) => [...texts, ...replies, ...notes]), ...Object.values(content.phrases).flat()]
    expect(texts.filter((text) => /[{}]/.test(text.replaceAll('{place}', '')))).toEqual([])
  })
})
