import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { RuleRowVM, RulesVM, RuleVM } from '../../services/desk/view/rules'
import { frame } from './desk.fixture'
import { DeskFrame, HealthPage, RulePage, RulesList } from './index'

const page = (body: ReactNode, lang: 'zh' | 'en' = 'en') => renderToString(<DeskFrame frame={frame(lang)}>{body}</DeskFrame>).replaceAll('<!-- -->', '')

const ruleRow = (change: Partial<RuleRowVM> = {}): RuleRowVM => ({ href: '/desk/rules/a', number: '1', title: 'On replies', edition: '2', since: '2026-03-01', ...change })
const rules = (change: Partial<RulesVM> = {}): RulesVM => ({ awaited: [], done: [], others: [], coming: [], ...change })
const rule = (change: Partial<RuleVM> = {}): RuleVM => ({
  number: '1', title: 'On replies', edition: '2', since: '2026-03-01', summary: '', clauses: [{ code: '3', heading: 'Words', paragraphs: ['Be kind.'] }], state: 'asked', action: '/desk/rules/a/acknowledge', ...change,
})

describe('rule documents', () => {
  it('say what to do where there are none', () => {
    expect(page(<RulesList lang="en" view={rules()} />)).toContain('No rule document is published yet')
  })

  it('show first what waits, and leave out empty parts', () => {
    const html = page(<RulesList lang="en" view={rules({ awaited: [ruleRow()], done: [ruleRow({ href: '/desk/rules/b', done: '2026-04-02' })] })} />)
    expect(html).toContain('1 document waits for your acknowledgement')
    expect(html.indexOf('Waiting for me')).toBeLessThan(html.indexOf('Acknowledged by me'))
    expect(html).not.toContain('Other documents')
    expect(page(<RulesList lang="zh" view={rules({ awaited: [ruleRow()] })} />, 'zh')).toContain('有 1 份制度等你签收')
  })

  it('are acknowledged by a plain form that names the edition that was read', () => {
    const html = page(<RulePage lang="en" view={rule()} />)
    expect(html).toMatch(/<form[^>]*action="\/desk\/rules\/a\/acknowledge" method="post"/)
    expect(html).toContain('<input type="hidden" name="edition" value="2"/>')
    expect(html).toContain('id="c-3"')
  })

  it.each([['done', { state: 'done', done: '2026-04-02' }], ['free', { state: 'free' }], ['coming', { state: 'coming' }]] as const)('offer no form where it is %s', (_name, change) => {
    expect(page(<RulePage lang="en" view={rule(change)} />)).not.toContain('<form class="panel rule-sign"')
  })

  it('tell a refusal, and list people only where they were sent', () => {
    expect(page(<RulePage lang="en" view={rule()} fault="changed" />)).toContain('There is a new edition since')
    expect(page(<RulePage lang="en" view={rule()} />)).not.toContain('rule-bound')
    const html = page(<RulePage lang="en" view={rule({ bound: { done: 1, people: [{ name: 'Wang', teams: 'Team', done: '2026-04-02' }, { name: 'Li', teams: '' }] } })} />)
    expect(html).toContain('1 of 2')
    expect(html).toContain('not yet')
    expect(page(<RulePage lang="en" view={rule({ bound: { done: 0, people: [] } })} />)).toContain('Nobody is in the teams it binds')
  })
})

describe('the health page', () => {
  const finding = { key: 'x', title: '2 units have no lead', why: 'Why it matters', names: 'North, South', fix: { href: '/admin/x', text: 'Name a lead' } }

  it('puts the worst first and says how many', () => {
    const html = page(<HealthPage lang="en" view={{ checkedAt: '2026-11-20 10:00', groups: [{ gravity: 'now', findings: [finding] }, { gravity: 'note', findings: [{ ...finding, key: 'y', fix: undefined }] }], fine: [] }} />)
    expect(html).toContain('1 thing harms residents or records: put it right first')
    expect(html.match(/href="\/admin\/x"/g)).toHaveLength(1)
  })

  it('says so when all is well', () => {
    const html = page(<HealthPage lang="zh" view={{ checkedAt: '2026-11-20 10:00', groups: [], fine: [{ check: 'audit', name: '审计记录', detail: '核对到第 9 条' }] }} />, 'zh')
    expect(html).toContain('一切正常')
    expect(html).toContain('核对到第 9 条')
  })
})
