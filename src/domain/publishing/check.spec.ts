import { describe, expect, it } from 'vitest'
import { checkNotice, verdictOf, type Checked, type Finding, type Ground } from './check'
import { COMMON_TYPOS, typosFor } from './typoWords'

const NOW = Date.parse('2026-11-23T08:00:00Z')
const DAY = 86_400_000

const checked = (change: Partial<Checked> = {}): Checked => ({
  texts: [{ path: ['title', 'zh'], text: '停水通知' }], links: [], pictures: [], has: new Set(['title', 'body', 'column', 'issuer', 'writtenAt'] as const), activity: false, place: false, ...change,
})
const ground = (change: Partial<Ground> = {}): Ground => ({ now: NOW, typos: [], needs: [], known: [], leadsSomewhere: (path) => path === '/notices/heating', ...change })
const told = (found: readonly Finding[]) => found.map(({ kind, what, gravity }) => `${kind} ${what} ${gravity}`)
const text = (words: string): Partial<Checked> => ({ texts: [{ path: ['body', 'zh', 3], text: words }] })

describe('the checker', () => {
  it('finds nothing where there is nothing to find', () => expect(checkNotice(checked(), ground())).toEqual([]))

  it.each<[string, Partial<Checked>, Partial<Ground>, string[]]>([
    ['no title and no text', { has: new Set(['column', 'issuer', 'writtenAt']) }, {}, ['missing title stop', 'missing body stop']],
    ['no issuing body and no date, where the column does not want them', { has: new Set(['title', 'body', 'column']) }, {}, ['missing issuer warn', 'missing writtenAt warn']],
    ['no attachment, where the column wants one', {}, { needs: ['files', 'issuer'] }, ['missing files stop']],
    ['a picture without description', { pictures: [{ path: ['cover'], alt: ' ' }, { path: ['body', 2], alt: '水站' }] }, {}, ['missing alt stop']],
    ['an activity without time and place', { activity: true }, {}, ['missing startsAt stop', 'missing place stop']],
    ['a date of the document ahead', { writtenAt: NOW + DAY }, {}, ['date writtenAt stop']],
    ['an end before the beginning', { validFrom: NOW + 2 * DAY, validUntil: NOW + DAY }, {}, ['date validUntil stop']],
    ['a validity that is over', { validUntil: NOW - DAY }, {}, ['date validOver block']],
    ['an event that ends before it starts', { activity: true, place: true, startsAt: NOW + DAY, endsAt: NOW }, {}, ['date endsAt stop']],
    ['a phone number', text('找张师傅13800138000'), {}, ['privacy phone block']],
    ['an identity number with its check digit', text('证号11010519491231002X'), {}, ['privacy idNumber block']],
    ['a number that only looks like one', text('编号110105194912310021'), {}, []],
    ['a plate', text('京A12345占道'), {}, ['privacy plate block']],
    ['the office’s own number', text('请打01055500100'), { known: ['010-5550-0100'] }, []],
    ['a link of the portal that leads nowhere', { links: [{ path: ['body'], href: '/notices/gone' }, { path: ['body'], href: '/notices/heating' }] }, {}, ['link dead block']],
    ['links to elsewhere, by their form alone', { links: ['https://example.org/x', 'javascript:alert(1)', '//host', 'tel:12345'].map((href) => ({ path: ['body'], href })) }, {}, ['link format block', 'link format block']],
    ['a mistake of the list, as often as it stands there', text('登陆系统，再登陆系统'), { typos: [{ wrong: '登陆系统', right: '登录系统' }] }, ['typo 登陆系统 warn', 'typo 登陆系统 warn']],
    ['a right word that holds a wrong one', text('的的确确'), { typos: [{ wrong: '的的', right: '的的确确' }] }, []],
    ['Latin letters inside of a longer word', text('tehran and teh'), { typos: [{ wrong: 'teh', right: 'the' }] }, ['typo teh warn']],
  ])('tells of %s', (_what, what, around, expected) => expect(told(checkNotice(checked(what), ground(around)))).toEqual(expected))

  it('says where, which words, and what is proposed', () => {
    const [found] = checkNotice(checked(text('请从大厅入口登陆系统办理业务预约')), ground({ typos: [{ wrong: '登陆系统', right: '登录系统' }] }))
    expect(found).toMatchObject({ path: ['body', 'zh', 3], right: '登录系统', quote: '请从大厅入口登陆系统办理业务预约' })
  })

  it('puts the gravest first, and lets nobody talk away what must be mended', () => {
    const found = checkNotice(checked({ ...text('13800138000 登陆系统'), has: new Set(['body', 'column', 'issuer', 'writtenAt']) }), ground({ typos: [{ wrong: '登陆系统', right: '登录系统' }] }))
    expect(found.map(({ gravity }) => gravity)).toEqual(['stop', 'block', 'warn'])
    expect(verdictOf(found, '可以')).toBe('must')
    expect(verdictOf(found.slice(1), ' ')).toBe('reason')
    expect(verdictOf(found.slice(1), '本人同意')).toBe('free')
    expect(verdictOf(found.slice(2), '')).toBe('free')
  })
})

describe('the usual mistakes', () => {
  it('are different from what they should be, each told once, and none is right anywhere in the list', () => {
    expect(new Set(COMMON_TYPOS.map(({ wrong }) => wrong)).size).toBe(COMMON_TYPOS.length)
    for (const { wrong, right } of COMMON_TYPOS) {
      expect(wrong).not.toBe(right)
      expect(COMMON_TYPOS.some((other) => other.right === wrong)).toBe(false)
    }
  })

  it('are added to and switched off by the office', () => {
    const [first] = COMMON_TYPOS
    const all = typosFor([{ wrong: '街到', right: '街道', active: true }, { wrong: first?.wrong ?? '', right: 'x', active: false }])
    expect(all).toContainEqual({ wrong: '街到', right: '街道' })
    expect(all.some(({ wrong }) => wrong === first?.wrong)).toBe(false)
    expect(all).toHaveLength(COMMON_TYPOS.length)
  })
})
