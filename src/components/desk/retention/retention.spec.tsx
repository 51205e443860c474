import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Certificate, KeepingView, RetentionView } from '../../../services/desk/retention'
import type { ProcessingView } from '../../../services/desk/processing'
import { frame } from '../desk.fixture'
import { DeskFrame } from '../index'
import { CertificatePage } from './CertificatePage'
import { KeepingPage } from './KeepingPage'
import { ProcessingPage } from './ProcessingPage'
import { RetentionPage } from './RetentionPage'

const AT = Date.parse('2026-03-02T02:00:00.000Z')
const ZONE = 'Asia/Shanghai'
const page = (body: ReactNode, lang: 'zh' | 'en' = 'zh') => renderToString(<DeskFrame frame={frame(lang)}>{body}</DeskFrame>).replaceAll('<!-- -->', '')

const rule = { kind: 'matter' as const, id: 't1', code: 'plain', name: { zh: '一般反映', en: 'Plain report' }, days: 1095, mode: 'anonymise' as const }
const line = (n: number, held = false) => ({ kind: 'matter' as const, id: `m${n}`, code: `SQ22-0${1000 + n}`, rule: 'plain', mode: 'anonymise' as const, openedAt: AT - 9e10, lastAt: AT - 8e10, held, hasContact: n % 2 === 0 })
const full: RetentionView = {
  on: false, mayRun: true, mayHold: true, running: false,
  requests: [{ id: 'm1', number: 'SQ26-00012', askedAt: AT, answerBy: AT + 9e8, late: false, href: '/desk/retention/matter/m1' }, { id: 'm2', number: 'SQ26-00009', askedAt: AT, answerBy: AT - 9e8, late: true, href: '/desk/retention/matter/m2' }],
  plan: { rules: [rule], totals: [{ rule, n: 30, oldest: AT - 9e10, newest: AT - 8e10 }, { rule: { ...rule, kind: 'entry', code: 'shops', name: { zh: '名字特别长的沿街小型商业服务业场所消防安全台账' }, mode: 'delete' }, n: 0 }], due: 30, more: true, held: 1, lines: Array.from({ length: 30 }, (_, n) => line(n, n === 3)), digest: 'd'.repeat(64) },
  holds: [{ kind: 'matter', id: 'm1', name: 'SQ26-00012', href: '/desk/retention/matter/m1', reason: '行政复议期间，需要保留全部材料，等复议机关作出决定并送达之后再处理', by: '李主任', setAt: AT, reviewBy: AT - 1, late: true }, { kind: 'entry', id: 'e1', name: 'shops/0012', href: '/desk/registers/shops/e/0012', reason: '审计', by: '李主任', setAt: AT, reviewBy: AT + 9e9, late: false }],
  runs: [{ id: 'r1', startedAt: AT, finishedAt: AT, deleted: 4, anonymised: 26, planned: 30, failed: 1, href: '/desk/retention/r1' }],
}
const empty: RetentionView = { on: true, mayRun: false, mayHold: false, running: false, requests: [], holds: [], runs: [], plan: { rules: [], totals: [], due: 0, more: false, held: 0, lines: [], digest: '' } }
const certificate: Certificate = { id: '01M83PFKXP', startedAt: AT, finishedAt: AT, by: '', planned: 30, deleted: 4, anonymised: 26, photos: 12, held: 1, failed: 0, rules: [rule], rulesDigest: 'a'.repeat(64), plannedDigest: 'b'.repeat(64), digest: 'c'.repeat(64), office: '幸福街道', agrees: true, marks: [{ code: 'SQ22-01001', type: { zh: '一般反映', en: 'Plain report' }, openedAt: AT - 9e10, closedAt: AT - 8e10, lastAt: AT - 8e10, erasedAt: AT, days: 1095, mode: 'anonymise', reason: 'retention' }, { code: 'shops/0012', type: { zh: '名字特别长的沿街小型商业服务业场所消防安全台账' }, erasedAt: AT, days: 400, mode: 'delete', reason: 'retention' }] }
const keeping: KeepingView = { id: 'm1', number: 'SQ26-00012', title: '楼门口的地砖松了', href: '/desk/matters/m1', revision: 3, mayHold: true, mayAnswer: true, asked: { at: AT, by: AT + 9e8, reason: '不想让邻居知道' } }
const words = { zh: '履行法定职责', en: 'Statutory duty' }
const processing: ProcessingView = {
  canEdit: true, written: { contact: { who: '值班室' } }, versions: [{ number: 1, at: AT, changed: [] }],
  activities: [{ key: 'contact', name: { zh: '联系方式', en: 'Contact' }, purpose: words, basis: words, data: words, who: words, period: words, recipients: words, public: true }, { key: 'type:plain', name: { zh: '一般反映' }, purpose: words, basis: words, data: words, who: words, period: words, recipients: words, public: true, asked: [{ key: 'q', label: { zh: '从什么时候开始的' }, required: true, days: 30 }] }],
}

/** Each page full, and empty where it can be, for pictures and for what follows. */
export const PAGES = (lang: 'zh' | 'en') => ({
  retention: page(<RetentionPage lang={lang} zone={ZONE} view={full} />, lang), 'retention-empty': page(<RetentionPage lang={lang} zone={ZONE} view={empty} fault="conflict" />, lang),
  certificate: page(<CertificatePage lang={lang} zone={ZONE} view={certificate} />, lang), keeping: page(<KeepingPage lang={lang} zone={ZONE} view={keeping} />, lang),
  'keeping-held': page(<KeepingPage lang={lang} zone={ZONE} view={{ ...keeping, hold: { reason: '有人起诉', by: '李主任', setAt: AT, reviewBy: AT + 9e9 }, mayAnswer: false }} done="kept" />, lang),
  processing: page(<ProcessingPage lang={lang} zone={ZONE} view={processing} />, lang),
  'processing-look': page(<ProcessingPage lang={lang} zone={ZONE} view={processing} looked={{ key: 'contact', given: { who: '王建国 13800138000' }, found: [{ part: 'who', at: 5, kind: 'phone', quote: '王建国 13800138000' }] }} />, lang),
})

describe.each(['zh', 'en'] as const)('pages of keeping and forgetting, %s', (lang) => {
  it.each(Object.entries(PAGES(lang)))('%s: no empty slot, one title, every field in a label, one main action at most', (_name, html) => {
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
    expect(main).not.toMatch(/\{\w+\}/)
    expect(main).not.toMatch(/>(?:retention|processing)\.[a-z]/i)
    expect(main.match(/<h1[ >]/g)).toHaveLength(1)
    expect((main.match(/class="btn main/g) ?? []).length).toBeLessThanOrEqual(1)
    for (const [, before] of main.matchAll(/([\s\S]{0,120})<(?:input(?! type="hidden")|textarea)/g)) expect(before).toContain('<label')
  })

  it('offers the run only to who may, and agreement only where nothing holds', () => {
    expect(PAGES(lang).retention).toContain('value="run"')
    expect(PAGES(lang)['retention-empty']).not.toContain('value="run"')
    expect(PAGES(lang).certificate).toContain('SQ22-01001')
    expect(page(<RetentionPage lang={lang} zone={ZONE} view={{ ...full, mayRun: false }} />, lang)).not.toContain('value="run"')
    const locked = page(<KeepingPage lang={lang} zone={ZONE} view={{ ...keeping, hold: { reason: 'x', by: '', setAt: AT, reviewBy: AT } }} />, lang)
    expect(locked).toMatch(/value="yes"[^>]*disabled|disabled[^>]*value="yes"/)
  })
})
