import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countRows, findRows } from '@/db/rows'
import { resetEnv } from '@/lib/env'
import { readDraft } from '@/services/site/report/draft'
import { SLUG } from '@/slugs'
import { openPortal, type TestPortal } from '../helpers/portal'

const variant = { lang: 'zh', mode: 'plain' }
const DOORS = ['describe', 'category', 'advice', 'where', 'questions', 'photos', 'contact', 'check']

type Route = (request: Request, context: { params: Promise<Record<string, string> & typeof variant> }) => Promise<Response>

let portal: TestPortal
let report: Route
let track: Route
let act: Route
beforeAll(async () => {
  process.env.RATE_LIMITS = 'lookup=off,report=off,track=off,followUp=off'
  portal = await openPortal()
  ;({ POST: report } = await import('@/app/(site)/s/[lang]/[mode]/do/report/[step]/route'))
  ;({ POST: track } = await import('@/app/(site)/s/[lang]/[mode]/do/track/route'))
  ;({ POST: act } = await import('@/app/(site)/s/[lang]/[mode]/do/track/act/route'))
})
afterAll(() => portal.close())
beforeEach(() => resetEnv())

type Sent = { body?: BodyInit; headers?: Record<string, string>; cookie?: string; page?: boolean }

const send = (route: Route, step: string, { body, headers = {}, cookie, page = true }: Sent): Promise<Response> =>
  route(
    new Request(`http://localhost/do/report/${step}`, {
      method: 'POST', ...(body === undefined ? {} : { body, duplex: 'half' }),
      headers: { host: 'localhost', origin: 'http://localhost', 'x-portal-ip': '192.0.2.9', ...(page ? { accept: 'text/html,*/*;q=0.8' } : {}), ...(cookie ? { cookie } : {}), ...headers },
    } as RequestInit),
    { params: Promise.resolve({ ...variant, step }) },
  )

const form = (fields: Record<string, string>): Sent => ({ body: new URLSearchParams(fields) })

const cookieOf = (answer: Response): string => answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ')

const NUL = '\u0000'
const TEXTS: [string, string][] = [
  ['10,001 characters', '灯'.repeat(10_001)],
  ['emoji', '👨‍👩‍👧‍👦🔥🏳️‍🌈'.repeat(300)],
  ['right to left', '‮الشارع مظلم‬ اليوم'],
  ['NUL bytes', `路灯${NUL}${NUL}不亮`],
  ['control signs and lone halves', '路灯\u001b[2J不亮\ud800 \udfff'],
  ['markup', '<script>alert(1)</script>"\'--;DROP TABLE matters'],
  ['nothing but spaces', ' \u3000\t\n '],
]

describe.each(DOORS)('the door of %s', (step) => {
  const wrongBodies: [string, Sent, number][] = [
    ['a body that is no form', { body: 'a=1', headers: { 'content-type': 'text/plain' } }, 400],
    ['JSON', { body: '{"text":"x"}', headers: { 'content-type': 'application/json' } }, 400],
    ['a broken multipart body', { body: '--x\r\nContent-Disposition: form-data', headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 400],
    ['no body at all', {}, 400],
    ['a body announced as huge', { ...form({ text: 'x' }), headers: { 'content-length': '999999999', 'content-type': 'application/x-www-form-urlencoded' } }, 413],
    ['300 kB of words', form({ text: 'x'.repeat(300_000) }), 413],
    ['another site', { ...form({ text: '灯不亮了' }), headers: { origin: 'https://elsewhere.example' } }, 403],
  ]

  it.each(wrongBodies)('answers %s with a page and its status', async (_name, sent, status) => {
    const answer = await send(report, step, sent)
    // Files that are too large lead back to their page, which says so.
    const to = answer.headers.get('location')
    if (status === 413 && to) return expect(to).toContain('tooLarge')
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('text/html')
    const page = await answer.text()
    expect(page).toMatch(/<h1>[^<]+<\/h1><p>/)
    expect(page).toContain('href="/"')
  })

  it('takes every kind of text without falling over, and keeps nothing it must not', async () => {
    for (const [, text] of TEXTS) {
      const first = await send(report, 'describe', form({ draft: 'new', text, do: 'next' }))
      const answer = await send(report, step, { ...form({ draft: 'new', text, q: text, address: text, plate: text, detail: text, phone: text, name: text, email: text, category: text, do: text, sending: text, 'q.danger': text }), cookie: cookieOf(first) })
      expect([303]).toContain(answer.status)
    }
    expect(await countRows({ payload: portal.payload }, SLUG.matters, {})).toBe(0)
  })

  it('takes a field that was sent twice, and names that objects are born with', async () => {
    const body = new URLSearchParams([['draft', 'new'], ['draft', 'new'], ['text', '灯不亮了'], ['text', '别的'], ['do', 'next'], ['do', 'discard'], ['__proto__', 'x'], ['constructor', 'y'], ['toString', 'z']])
    expect((await send(report, step, { body })).status).toBe(303)
  })
})

describe('the doors of tracking', () => {
  it.each(TEXTS)('take %s as code and word, and say nothing of either', async (_name, text) => {
    const answer = await send(track, '', form({ code: text, word: text }))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toMatch(/^\/track\?fault=/)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  it('of a hundred wrong words the sixteenth and all after it cost work, and without it none is looked at', async () => {
    process.env.RATE_LIMITS = 'lookup=off,report=off,track=60/10m,followUp=off'
    resetEnv()
    const faults: string[] = []
    for (let turn = 0; turn < 100; turn += 1) faults.push((await send(track, '', form({ code: '0123456789', word: 'AAAA-AAAA' }))).headers.get('location') ?? '')
    expect(faults.filter((to) => to.includes('fault=wrongCode'))).toHaveLength(15)
    expect(faults.filter((to) => to.includes('fault=effortNeeded'))).toHaveLength(85)
  })

  it('wrong words beyond the limit are cut off, and the answer says for how long', async () => {
    process.env.RATE_LIMITS = 'lookup=off,report=off,track=7/10m,followUp=off'
    resetEnv()
    const faults: string[] = []
    for (let turn = 0; turn < 20; turn += 1) faults.push((await send(track, '', { ...form({ code: '0123456789', word: 'AAAA-AAAA' }), headers: { 'x-portal-ip': '192.0.2.77' } })).headers.get('location') ?? '')
    expect(faults.filter((to) => to.includes('fault=wrongCode'))).toHaveLength(7)
    expect(faults.filter((to) => /fault=tooMany&wait=\d+/.test(to))).toHaveLength(13)
    process.env.RATE_LIMITS = 'lookup=off,report=off,track=off,followUp=off'
    resetEnv()
  })

  it.each([
    ['no session', {}],
    ['a made-up session', { cookie: 'portal-track=AAAA.BBBB' }],
  ])('acts with %s lead to the code and word', async (_name, sent) => {
    const answer = await send(act, '', { ...form({ code: '0123456789', do: 'solved', revision: '-1' }), ...sent })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/track?fault=expired&code=0123456789'])
  })

  it('answer a program in plain words', async () => {
    const answer = await send(act, '', { body: 'x', headers: { 'content-type': 'text/plain' }, page: false })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'text/plain; charset=utf-8'])
  })
})

it('leaves drafts alone that were there before', async () => {
  const first = await send(report, 'describe', form({ draft: 'new', text: '东门的路灯不亮了', do: 'next' }))
  const cookie = cookieOf(first)
  const kept = async () => (await findRows({ payload: portal.payload }, SLUG.drafts, {})).map(({ token, cipher }) => `${String(token)} ${String(cipher)}`).sort()
  const before = await kept()
  for (const sent of [{ body: 'x', headers: { 'content-type': 'text/plain' } }, form({ text: 'x'.repeat(300_000) }), { ...form({ text: 'y' }), headers: { origin: 'https://elsewhere.example' } }]) await send(report, 'describe', { ...sent, cookie })
  expect(await kept()).toEqual(before)
})

it('keeps all of a text that is too long, so that its writer can shorten it', async () => {
  const text = '灯'.repeat(10_001)
  const cookie = cookieOf(await send(report, 'describe', form({ draft: 'new', text, do: 'next' })))
  const held = await readDraft(portal.payload, cookie.replace('portal-draft=', ''))
  expect(held?.draft).toMatchObject({ text, faults: { step: 'describe', errors: [{ field: 'text', code: 'tooLong' }] } })
})
