import { afterEach, describe, expect, it, vi } from 'vitest'
import { act, ask, createMatter, readQueue, transition } from './api'

const answers = (...responses: (Response | Error)[]) => {
  const calls: { url: string; init: RequestInit }[] = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    calls.push({ url, init })
    const next = responses.shift() ?? new Response('{}')
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next)
  })
  return calls
}
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

afterEach(() => vi.unstubAllGlobals())

describe('ask', () => {
  it.each([
    ['our error', json({ error: { code: 'guardFailed', reference: 'E-1' } }, 409), { code: 'guardFailed', reference: 'E-1' }, 409],
    ['a page of a proxy', new Response('<html>', { status: 502 }), { code: 'internal' }, 502],
    ['a page instead of an answer', new Response('<html>', { status: 200 }), { code: 'internal' }, 200],
    ['no session', new Response('', { status: 401 }), { code: 'notSignedIn' }, 401],
    ['nobody there', new TypeError('fetch failed'), { code: 'offline' }, 0],
    ['given up', new DOMException('x', 'AbortError') as Error, { code: 'aborted' }, 0],
  ])('%s', async (_name, response, error, status) => {
    answers(response)
    expect(await ask('/x')).toEqual({ ok: false, error, status })
  })

  it('marks every request as the desk', async () => {
    const calls = answers(json({ a: 1 }))
    expect(await ask('/x', { method: 'POST', json: {} })).toEqual({ ok: true, data: { a: 1 } })
    expect(calls[0]?.init.headers).toMatchObject({ 'x-requested-with': 'desk', 'content-type': 'application/json' })
  })
})

describe('doors', () => {
  it('sends a transition with revision and key', async () => {
    const calls = answers(json({ revision: 4 }))
    await transition({ id: 'm/1', action: 'done', input: { reply: 'x' }, expectedRevision: 3, key: 'k' })
    expect(calls[0]?.url).toBe('/api/matters/m%2F1/transition')
    expect(JSON.parse(String(calls[0]?.init.body))).toEqual({ action: 'done', input: { reply: 'x' }, expectedRevision: 3, key: 'k' })
  })

  it('asks what happened after a conflict, and shows it in place of the bare one', async () => {
    const detail = { events: [{ at: 1, actor: '王一', text: '改派' }] }
    const calls = answers(json({ error: { code: 'conflict' } }, 409), json({ revision: 5, detail }))
    const answer = await act({ id: 'm1', act: 'note', input: { text: 'x' }, expectedRevision: 3 })
    expect(calls[1]?.url).toBe('/desk/api/matters/m1/revision?since=3')
    expect(answer).toEqual({ ok: false, status: 409, error: { code: 'conflict', detail } })
  })

  it('asks for a page by cursor with the same conditions', async () => {
    const calls = answers(json({}))
    await readQueue({ phase: ['handling'], owner: ['me'] }, { after: 'c/1', limit: 25 })
    expect(calls[0]?.url).toBe('/desk/api/queue?phase=handling&owner=me&after=c%2F1&limit=25')
  })

  it('sends a new matter with its pictures in one body, and leaves its type to the browser', async () => {
    const calls = answers(json({}))
    await createMatter({ key: 'k', source: 's', text: 't', category: 'c', answers: {} }, [new File(['a'], 'a.png')])
    const { body, headers } = calls[0]?.init ?? {}
    expect(headers).not.toHaveProperty('content-type')
    expect(body).toBeInstanceOf(FormData)
    expect([JSON.parse(String((body as FormData).get('data'))).key, (body as FormData).getAll('photos')]).toEqual(['k', [expect.any(File)]])
  })
})
