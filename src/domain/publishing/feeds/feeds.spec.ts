import { describe, expect, it } from 'vitest'
import { calendar, fold, icsText } from './calendar'
import { atom, jsonFeed, rss, xml, type Feed } from './feed'
import { readXml } from './readXml.fixture'

const HOSTILE = ['<script>alert(1)</script>', ']]>&amp;"\'', 'a\u0000b\u0008c\uFFFE', '公告 & 通知 <b>', '\u{1F6B0} 停水', '--></title><x/>'] as const

const feed = (title: string): Feed => ({
  id: 'tag:x,2026:feed', title, description: title, home: 'https://example.org/notices', self: 'https://example.org/feeds/notices.rss?a=1&b=2', lang: 'zh', updatedAt: Date.parse('2026-11-23T08:00:00Z'),
  entries: [{ id: 'tag:x,2026:notice:1', url: 'https://example.org/notices/a&b', title, text: `${title}\n第二行`, publishedAt: Date.parse('2026-11-20T08:00:00Z'), updatedAt: Date.parse('2026-11-21T08:00:00Z'), column: title, author: title }],
})

const plain = (text: string): string => text.replace(/[\u0000\u0008\uFFFE]/gu, '')

describe.each(HOSTILE)('a feed with the title %j', (title) => {
  it('is well-formed RSS that says it as it is', () => {
    const found = readXml(rss(feed(title)))
    expect(found.text('rss/channel/title')).toBe(plain(title))
    expect(found.text('rss/channel/item/title')).toBe(plain(title))
    expect(found.text('rss/channel/item/link')).toBe('https://example.org/notices/a&b')
    expect(found.text('rss/channel/item/guid')).toBe('tag:x,2026:notice:1')
    expect(found.text('rss/channel/item/pubDate')).toBe('Fri, 20 Nov 2026 08:00:00 GMT')
    expect(found.names).not.toContain('script')
    expect(found.names).not.toContain('x')
  })
  it('is well-formed Atom that says it as it is', () => {
    const found = readXml(atom(feed(title)))
    expect(found.text('feed/entry/title')).toBe(plain(title))
    expect(found.text('feed/entry/content')).toBe(plain(`${title}\n第二行`))
    expect(found.text('feed/entry/updated')).toBe('2026-11-21T08:00:00.000Z')
    expect(found.names).not.toContain('script')
  })
  it('is a JSON Feed that says it as it is', () => {
    const found = JSON.parse(jsonFeed(feed(title))) as { version: string; items: { title: string; id: string }[] }
    expect(found).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', items: [{ id: 'tag:x,2026:notice:1', title }] })
  })
})

it('writes no sign that XML has no place for', () => expect(xml('\u0000\u001F\uD800\uFFFF\t\n好')).toBe('\t\n好'))

const unfold = (text: string): string[] => text.replace(/\r\n[ \t]/g, '').split('\r\n')

describe('a calendar', () => {
  it.each([['a,b;c\\d', 'a\\,b\\;c\\\\d'], ['一行\r\n二行\n三行', '一行\\n二行\\n三行'], ['x\u0007y', 'xy'], ['BEGIN:VEVENT\nEND:VCALENDAR', 'BEGIN:VEVENT\\nEND:VCALENDAR']])('writes %j so that it stays one value', (given, expected) => expect(icsText(given)).toBe(expected))

  it.each(['short', '长'.repeat(200), `${'a'.repeat(74)}好`, '\u{1F6B0}'.repeat(50), 'x'.repeat(75), 'x'.repeat(76)])('folds %j at 75 octets and gives it again', (line) => {
    const folded = fold(line)
    for (const piece of folded.split('\r\n')) expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(75)
    expect(folded.replace(/\r\n /g, '')).toBe(line)
    expect(folded).not.toContain('\uFFFD')
  })

  it('has the event in the office’s hours, with its zone, and nothing of a hostile title as a line of its own', () => {
    const text = calendar({ name: '公告\nEND:VCALENDAR', zone: 'Asia/Shanghai', events: [{ uid: '1@x', title: '义诊\nDTSTART:19700101T000000Z', text: '带医保卡', url: 'https://example.org/notices/a', place: '大厅,一层', startsAt: Date.parse('2026-11-28T01:30:00Z'), endsAt: Date.parse('2026-11-28T03:00:00Z'), stamp: Date.parse('2026-11-20T08:00:00Z') }] })
    const lines = unfold(text)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(lines.filter((line) => line === 'END:VCALENDAR')).toHaveLength(1)
    expect(lines).toEqual(expect.arrayContaining(['VERSION:2.0', 'TZID:Asia/Shanghai', 'TZOFFSETTO:+0800', 'DTSTART;TZID=Asia/Shanghai:20261128T093000', 'DTEND;TZID=Asia/Shanghai:20261128T110000', 'SUMMARY:义诊\\nDTSTART:19700101T000000Z', 'LOCATION:大厅\\,一层', 'UID:1@x', 'DTSTAMP:20261120T080000Z']))
    expect(lines.filter((line) => line.startsWith('DTSTART;'))).toHaveLength(1)
  })

  it('knows where the clocks turn', () => {
    const lines = unfold(calendar({ name: 'x', zone: 'Europe/Berlin', events: [{ uid: '1', title: 'x', text: '', url: 'https://x', startsAt: Date.parse('2026-07-01T08:00:00Z'), stamp: 0 }] }))
    expect(lines).toEqual(expect.arrayContaining(['BEGIN:DAYLIGHT', 'DTSTART:20260329T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'DTSTART;TZID=Europe/Berlin:20260701T100000']))
  })

  it('may be empty', () => expect(unfold(calendar({ name: 'x', zone: 'Asia/Shanghai', events: [] }))).not.toContain('BEGIN:VTIMEZONE'))
})
