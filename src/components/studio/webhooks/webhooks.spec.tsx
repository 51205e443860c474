import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { OUT_EVENTS } from '../../../domain/outgoing/events'
import { words } from '../../../i18n'
import type { DeadView } from '../../../services/outbox/dead'
import type { HookLine } from '../../../services/webhooks/view'
import { StudioProvider } from '../words'
import { WebhooksPage } from './WebhooksPage'

const NOW = Date.parse('2026-03-02T02:00:00.000Z')
const NONE: DeadView = { lines: [], count: 0 }

const hook = (change: Partial<HookLine> = {}): HookLine => ({ id: 'h1', revision: 1, name: '区城管平台', address: 'https://hooks.example.org/in?key=hunter2', events: [...OUT_EVENTS], active: true, waiting: 0, dead: 0, ...change })
const dead: DeadView = {
  count: 130,
  lines: ['answer', 'private', 'timeout', 'secret'].map((fault, n) => ({ id: `m${n}`, event: OUT_EVENTS[n] ?? 'test', number: `SX-2026-0000${n}`, target: n === 3 ? 'gone' : 'h1', tries: 12, fault, ...(fault === 'answer' ? { status: 503 } : {}), queuedAt: NOW, firstTriedAt: NOW, deadAt: NOW })),
}

const page = (lang: 'zh' | 'en', props: { hooks?: HookLine[]; dead?: DeadView; canEdit?: boolean } = {}): string => {
  const said = Object.fromEntries((['studio', 'webhooks'] as const).flatMap((namespace) => Object.entries(words(lang, namespace)).map(([key, text]) => [`${namespace}.${key}`, text])))
  const { hooks = [hook({ lastSentAt: NOW, waiting: 3, dead: 2 })], dead: given = dead, canEdit = true } = props
  return renderToStaticMarkup(<StudioProvider settings={{ lang, now: NOW, timeZone: 'Asia/Shanghai', words: said }}><WebhooksPage hooks={hooks} dead={given} canEdit={canEdit} /></StudioProvider>)
}

describe('the page of messages to other systems', () => {
  it.each(['zh', 'en'] as const)('speaks in words, %s', (lang) => {
    const html = page(lang)
    expect(html).not.toMatch(/webhooks\.|studio\.|\{\w+\}|undefined|webhook|JSON|token/i)
    for (const event of OUT_EVENTS) expect(html).not.toContain(event)
    expect(html).toContain('503')
    expect(html).toContain('SX-2026-00000')
  })

  it('tells how each fares: the newer of success and failure, what waits, what was given up', () => {
    expect(page('zh', { hooks: [hook({ lastSentAt: NOW, lastFaultAt: NOW - 1, lastFault: 'timeout' })], dead: NONE })).toMatch(/送到过/)
    expect(page('zh', { hooks: [hook({ lastSentAt: NOW - 1, lastFaultAt: NOW, lastFault: 'timeout' })], dead: NONE })).toMatch(/没送到：对方太久没有回答/)
    expect(page('zh', { hooks: [hook({ lastFaultAt: NOW, lastFault: 'answer' })], dead: NONE })).toMatch(/没送到：对方没有接受(?!（)/)
    expect(page('zh', { hooks: [hook()], dead: NONE })).toMatch(/还没有送到过/)
    expect(page('zh')).toMatch(/3 条在路上.*2 条没送到/s)
    expect(page('zh', { hooks: [hook({ active: false })] })).toMatch(/停用/)
  })

  it('says so when there is nothing, and when more is given up than listed', () => {
    const empty = page('zh', { hooks: [], dead: NONE })
    expect(empty).toMatch(/还没有.*没有。都送到了。/s)
    expect(empty).not.toContain('<table')
    expect(page('zh')).toMatch(/只列出最早的 4 条/)
    expect(page('zh')).toContain('已删除的对象')
  })

  it('offers to change, to send again and to let go to those who may, and hides the path of an address', () => {
    const may = page('zh')
    for (const act of ['加一个', '再发', '不发了', '的全部再发']) expect(may).toContain(act)
    expect(may).not.toContain('hunter2')
    const mayNot = page('zh', { canEdit: false })
    expect(mayNot).not.toMatch(/<button/)
    expect(mayNot).toContain('您可以看，不能改')
  })
})
