import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { clock, DAY, frame, matter, newMatter, NOW, queue, row } from './desk.fixture'
import { AppointView, ChangePassword, DeskFrame, FirstScreen, MatterPage, NewMatter, Queue, SignIn } from './index'
import { actionFor } from './matter/Actions'
import type { FirstScreenVM } from './types'

const page = (body: ReactNode, lang: 'zh' | 'en' = 'zh') => renderToString(<DeskFrame frame={frame(lang)}>{body}</DeskFrame>).replaceAll('<!-- -->', '')

const first = (change: Partial<FirstScreenVM> = {}): FirstScreenVM => ({
  total: 0, rules: 0, tallies: (['late', 'soon', 'nobody', 'back', 'mine'] as const).map((key) => ({ key, count: 0, href: '/desk/queue' })), lists: { late: [], soon: [], nobody: [], back: [], mine: [] }, teams: [], ...change,
})

describe('first screen', () => {
  it('says what to do on an empty portal', () => {
    expect(page(<FirstScreen view={first()} />)).toContain('没有急事')
  })

  it('puts what is late first, with its link as the main action', () => {
    const tallies = first().tallies.map((tally) => ({ ...tally, count: tally.key === 'late' || tally.key === 'nobody' ? 2 : 0, href: `/desk/queue?x=${tally.key}` }))
    const html = page(<FirstScreen view={first({ tallies, lists: { ...first().lists, late: [row({ clock: clock({ state: 'overdue', leftMinutes: -660 }) })] }, closed: { day: NOW - DAY, closed: 37, inTime: 34, href: '#' } })} />)
    expect(html).toContain('先看这 2 件超时的')
    expect(html).toMatch(/class="btn main push" href="\/desk\/queue\?x=late"/)
    expect(html).toContain('超 11 工作时')
    expect(html).toContain('34 / 37，92%')
  })

  it('tells those who assign to find somebody, and the others only that nobody has it', () => {
    const tallies = first().tallies.map((tally) => ({ ...tally, count: tally.key === 'nobody' ? 3 : 0 }))
    expect(page(<FirstScreen view={first({ tallies, canAssign: true })} />)).toContain('<h1>先给这 3 件找承办人</h1>')
    expect(page(<FirstScreen view={first({ tallies })} />)).toContain('<h1>有 3 件还没有承办人</h1>')
  })

  it.each([{}, { elsewhere: { what: 'nothing' as const } }])('tells of rule documents to acknowledge, and nothing where there are none %#', (change) => {
    expect(page(<FirstScreen view={first({ ...change, rules: 2 })} />)).toMatch(/<a href="\/desk\/rules">有 2 份制度等你签收<\/a>/)
    expect(page(<FirstScreen view={first(change)} />)).not.toContain('/desk/rules">有')
  })
})

describe('queue', () => {
  it('draws rows, names nobody, and gives every row a box', () => {
    const html = page(<Queue view={queue()} />)
    expect(html).toContain('无人承办')
    expect(html).toContain('没有时限')
    expect(html.match(/aria-label="选 A26/g)).toHaveLength(2)
  })

  it('gives no boxes to those who may do nothing in bulk', () => {
    expect(page(<Queue view={queue({ can: { assign: false, tag: false, saveView: false } })} />)).not.toContain('aria-label="选 A26')
  })

  it.each([
    [{}, '没有事项'],
    [{ text: '路灯' }, '没有符合这些条件的事项'],
  ])('says why it is empty %#', (query, words) => {
    expect(page(<Queue view={queue({ query, page: { rows: [], at: 0 } })} />)).toContain(words)
  })
})

describe('matter', () => {
  it('keeps blocked actions visible with their reason, and offers the main one', () => {
    const html = page(<MatterPage matter={matter()} />)
    expect(html).toMatch(/aria-disabled="true" aria-describedby="([^"]+)"[\s\S]*id="\1">办过这件的人不能做这一步，请换一个人/)
    expect(html).toMatch(/data-action="done" data-tone="main"/)
    expect(html).not.toContain('data-action="verify"')
  })

  it('shows contact details masked only', () => {
    const html = page(<MatterPage matter={matter()} />)
    expect(html).toContain('***7')
    expect(html).toContain('查看，要写理由')
  })

  it('opens the action it was asked to', () => {
    const { actions } = matter()
    expect([actionFor(actions, 'accept'), actionFor(actions, 'assign'), actionFor(actions, 'reassign'), actionFor(actions, 'verify'), actionFor(actions, undefined)])
      .toEqual(['done', 'reassign', 'reassign', undefined, undefined])
    expect(page(<MatterPage matter={matter()} open="accept" />)).toContain('答复')
  })

  it('leaves out what the viewer may not do', () => {
    const none = Object.fromEntries(Object.keys(matter().can).map((act) => [act, false])) as ReturnType<typeof matter>['can']
    const html = page(<MatterPage matter={matter({ can: none, actions: [] })} />)
    expect(html).toContain('现在没有你可以做的操作')
    for (const word of ['发给报告人', '我来办', '限制查看', '加协办', '并进来']) expect(html).not.toContain(word)
  })

  it('says erased words are erased', () => {
    expect(page(<MatterPage matter={matter({ said: undefined, saidErased: true, contact: { entries: [], canReveal: false, reasonMin: 4, erasedAt: 1 } })} />)).toContain('原话已按保存期限删除')
  })
})

describe('every page', () => {
  it.each<[string, ReactNode]>([
    ['sign-in', <SignIn key="1" view={{ action: '/x', next: '/desk', error: { code: 'tooMany', detail: { retryAfter: 9 }, reference: 'E-1' } }} />],
    ['password', <ChangePassword key="2" view={{ action: '/x', forced: true, minLength: 12 }} />],
    ['appoint', <AppointView key="3" view={{ action: '/x', me: 'A', people: [{ id: '1', name: 'B' }] }} />],
    ['appointed', <AppointView key="4" view={{ action: '/x', me: 'A', people: [], done: [{ role: 'audit', name: 'B', login: 'b', password: 'once' }] }} />],
    ['first', <FirstScreen key="5" view={first()} />],
    ['queue', <Queue key="6" view={queue({ query: { category: ['a'], clock: ['late'], from: '2026-01-01', returned: true } })} />],
    ['matter', <MatterPage key="7" matter={matter()} />],
    ['new', <NewMatter key="8" view={newMatter()} />],
  ])('%s fills every text in both languages', (_name, body) => {
    for (const lang of ['zh', 'en'] as const) {
      const html = page(body, lang)
      expect(html.match(/>[a-z]+(\.[a-zA-Z]+)+</)).toBeNull()
      expect(html).not.toMatch(/\{\w+\}/)
      expect(html).toContain('id="main"')
    }
  })

  it('names the wait and the reference of an error', () => {
    const html = page(<SignIn view={{ action: '/x', error: { code: 'tooMany', detail: { retryAfter: 9 }, reference: 'E-1' } }} />)
    expect(html).toContain('过 9 秒再试')
    expect(html).toContain('E-1')
  })
})
