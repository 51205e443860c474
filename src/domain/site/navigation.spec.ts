import { describe, expect, it } from 'vitest'
import { navigation, navOf, OWN_SECTIONS, readNavigation, type NavigationEntry } from './navigation'

const here = {
  lang: 'zh' as const, sections: OWN_SECTIONS.filter((section) => section !== 'services' && section !== 'places'), nameOf: (section: string) => section.toUpperCase(),
  pages: [{ code: 'help', path: '/pages/help', text: '帮助' }, { code: 'map', path: '/pages/map', text: '地图' }],
}
const texts = (entries: NavigationEntry[] | undefined) => {
  const { head, foot } = navOf(entries, here)
  return [head.map(({ text }) => text).join(' '), foot.map(({ text }) => text).join(' ')]
}

describe("an office's navigation", () => {
  it.each<[string, NavigationEntry[] | undefined, string, string]>([
    ['is the portal’s own where none is set', undefined, 'HOME REPORT TRACK NOTICES GRID RULES', 'REPORT TRACK NOTICES GRID RULES MINE ABOUT PRIVACY 帮助 地图'],
    ['has its own order', [{ own: 'notices', head: true }, { own: 'report', head: true }], 'HOME NOTICES REPORT', 'NOTICES REPORT TRACK GRID RULES MINE ABOUT PRIVACY 帮助 地图'],
    ['has pages and links of its own', [{ page: 'map', head: true }, { href: 'https://example.gov.cn/', label: { zh: '区政府' }, head: false }], 'HOME 地图', '地图 区政府 REPORT TRACK NOTICES GRID RULES MINE ABOUT PRIVACY 帮助'],
    ['leaves out what is not there', [{ own: 'services', head: true }, { page: 'gone', head: true }, { own: 'track', head: true }], 'HOME TRACK', 'TRACK REPORT NOTICES GRID RULES MINE ABOUT PRIVACY 帮助 地图'],
    ['begins at home, whatever it says', [{ own: 'track', head: true }, { own: 'home', head: false }], 'HOME TRACK', 'TRACK REPORT NOTICES GRID RULES MINE ABOUT PRIVACY 帮助 地图'],
  ])('%s', (_name, entries, head, foot) => expect(texts(entries)).toEqual([head, foot]))

  it.each<[string, unknown, boolean]>([
    ['nothing', [], true],
    ['a section', [{ own: 'report', head: true }], true],
    ['one twice', [{ own: 'report', head: true }, { own: 'report', head: false }], false],
    ['a section nobody knows', [{ own: 'casino', head: true }], false],
    ['a link that runs', [{ href: 'javascript:alert(1)', label: { zh: '看' }, head: true }], false],
    ['a link to another host in disguise', [{ href: '//evil.example', label: { zh: '看' }, head: true }], false],
    ['a link without words', [{ href: '/x', label: { zh: ' ' }, head: true }], false],
    ['more than people read', Array.from({ length: 31 }, (_, at) => ({ page: `p${at}`, head: false })), false],
    ['something else', 'all', false],
  ])('of %s: %s', (_name, value, good) => {
    expect(navigation.safeParse(value).success).toBe(good)
    expect(readNavigation(value) !== undefined).toBe(good && (value as unknown[]).length > 0)
  })
})
