import { describe, expect, it } from 'vitest'
import { signSession, type TrackSession } from '@/services/site/track/session'
import { newToken } from '@/services/site/sealed'
import { traceOf } from '../../helpers/matrix/ask'
import { forReporter, isFinal, ROLES, STANDINGS, targetOf, TRANSITIONS, type Standing, type Transition } from '../../helpers/matrix/table'
import type { World } from '../../helpers/matrix/world'

const actRoute = () => import('@/app/(site)/s/[lang]/[mode]/do/track/act/route')

type Post = { cookie?: string; authorization?: string; headers?: Record<string, string>; fields: Record<string, string> }

/** POST of the progress page's form by its route handler. */
export const postTrack = async ({ cookie, authorization, headers, fields }: Post): Promise<{ status: number; to: string }> => {
  const { POST } = await actRoute()
  const request = new Request('http://localhost/s/zh/plain/do/track/act', {
    method: 'POST', body: new URLSearchParams(fields),
    headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded', ...(cookie ? { cookie } : {}), ...(authorization ? { authorization } : {}), ...headers },
  })
  const response = await POST(request, { params: Promise.resolve({ lang: 'zh', mode: 'plain' }) })
  return { status: response.status, to: response.headers.get('location') ?? '' }
}

const sessionFor = (receiptCode: string, until = Date.now() + 600_000): TrackSession => ({ receiptCode, token: newToken(), until })
const cookieOf = (value: string): string => `portal-track=${value}`

/** What the page's buttons mean, by what the reporter's transitions do; the first that is open counts. */
const BUTTONS: Record<string, readonly string[]> = { solved: ['confirmSolved'], reopen: ['reporterNotSolved', 'reporterReopen'], rate: ['rate'], withdraw: ['withdraw'], add: ['reporterAnswers'], correct: [], erase: [], notSolved: [] }
/** Buttons no page has: every transition by its name, acts of staff, and names that objects are born with. */
const FORGED = [...TRANSITIONS.map(({ code }) => code), 'note', 'reply', 'claim', 'reveal', 'constructor', '__proto__', ''].filter((name) => !Object.hasOwn(BUTTONS, name))

const WORDS = { reason: '还是不亮', withdrawReason: '自己修好了', addText: '靠近东门的那一盏', correction: '楼门口的地砖松了两块，走路会绊', rating: '4' }

type Expected = { transition?: Transition; act?: string }

/** What moves no step: while it is worked on, or once nobody works on it. */
const OWN: Record<string, { act: string; final: boolean }> = { add: { act: 'addInfo', final: false }, correct: { act: 'correctOwn', final: false }, erase: { act: 'eraseOwn', final: true } }

const expectedOf = (button: string, standing: Standing): Expected => {
  const transition = forReporter(Object.hasOwn(BUTTONS, button) ? (BUTTONS[button] ?? []) : [], standing)
  if (transition) return { transition }
  const own = Object.hasOwn(OWN, button) ? OWN[button] : undefined
  return own && own.final === isFinal(standing) ? { act: own.act } : {}
}

const HOLDER_CASES = STANDINGS.flatMap((standing) => [...Object.keys(BUTTONS), ...FORGED].map((button) => ({ standing, button })))

const refusedFaults = async (world: World, before: number): Promise<string[]> =>
  // What was typed may be kept for the page; nothing else may be written.
  (await world.version()) === before || (await world.books()) === world.pristine ? [] : ['the books were written to']

const doneFaults = async (world: World, standing: Standing, action: string): Promise<string[]> => {
  const faults = await traceOf(world, world.at(standing), action, null)
  return [...faults, ...((await world.books()) === world.pristine ? ['nothing was written'] : [])]
}

const holderFaults = async (world: World, { standing, button }: { standing: Standing; button: string }): Promise<string[]> => {
  const fixture = world.at(standing)
  const { transition, act } = expectedOf(button, standing)
  const action = transition?.code ?? act
  const before = await world.version()
  const told = await postTrack({ cookie: cookieOf(signSession(sessionFor(fixture.receiptCode))), fields: { code: fixture.receiptCode, revision: String(fixture.revision), do: button, ...WORDS } })
  const { step } = await world.row('SELECT step FROM matters WHERE id = ?', [fixture.id])
  const right = told.status === 303 && told.to.includes('?done=') === (action !== undefined)
  const faults = [
    ...(right ? [] : [`${told.status} ${told.to}`]),
    ...(step === (transition ? targetOf(transition, standing) : standing.step) ? [] : [`stands at ${String(step)}`]),
    ...(await (action === undefined ? refusedFaults(world, before) : doneFaults(world, standing, action))),
  ]
  if (action !== undefined) await world.restore()
  return faults.map((fault) => `${button}: ${fault}`)
}

/** What the reporter does on the progress page, and what others try there. */
export const siteCases = (world: () => World): void => {
  describe('POST …/do/track/act', () => {
    it('has a case for each button and transition at each step, and every transition of the reporter succeeds', () => {
      expect(HOLDER_CASES).toHaveLength(STANDINGS.length * (Object.keys(BUTTONS).length + FORGED.length))
      const done = HOLDER_CASES.flatMap(({ standing, button }) => expectedOf(button, standing).transition?.code ?? [])
      expect(new Set(done)).toEqual(new Set(TRANSITIONS.filter(({ actors }) => actors.includes('reporter')).map(({ code }) => code)))
    })

    it.each(STANDINGS.map((standing) => [standing.name, standing] as const))('does for its reporter what the table says at %s', async (_name, standing) => {
      const faults: string[] = []
      for (const each of HOLDER_CASES.filter((one) => one.standing === standing)) faults.push(...(await holderFaults(world(), each)))
      expect(faults).toEqual([])
    })

    it('does nothing for anybody else: no session, a forged, an old or another receipt’s one, and no role of staff', async () => {
      const here = world()
      const before = await here.version()
      let asked = 0
      for (const standing of STANDINGS) {
        const { receiptCode, revision } = here.at(standing)
        const other = signSession(sessionFor(here.master.receiptCode))
        const own = signSession(sessionFor(receiptCode))
        const strangers: Omit<Post, 'fields'>[] = [
          {}, { cookie: cookieOf(other) }, { cookie: cookieOf(signSession(sessionFor(receiptCode, Date.now() - 1))) },
          { cookie: cookieOf(own.replace(receiptCode, here.master.receiptCode)) }, { cookie: cookieOf(own.replace(/\.(.)([^.]*)$/, (_all, first: string, rest: string) => `.${first === 'A' ? 'B' : 'A'}${rest}`)) }, { cookie: cookieOf(other.replace(here.master.receiptCode, receiptCode)) },
          ...ROLES.flatMap(({ code }) => [{ authorization: `JWT ${here.member(code).token}` }, { cookie: `payload-token=${here.member(code).token}` }]),
        ]
        for (const button of Object.keys(BUTTONS)) {
          for (const stranger of strangers) {
            const told = await postTrack({ ...stranger, fields: { code: receiptCode, revision: String(revision), do: button, ...WORDS } })
            expect(told, `${button} at ${standing.name}`).toEqual({ status: 303, to: expect.stringMatching(/\/track\?/) as string })
            asked += 1
          }
        }
      }
      expect(asked).toBe(STANDINGS.length * Object.keys(BUTTONS).length * (6 + 2 * ROLES.length))
      expect(await here.version()).toBe(before)
    })

    it('does nothing when another site’s page posts, whatever the cookie', async () => {
      const here = world()
      const { receiptCode, revision } = here.at({ name: 'intake', step: 'intake' })
      const cookie = cookieOf(signSession(sessionFor(receiptCode)))
      const before = await here.version()
      const strange: Record<string, string>[] = [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'null' }]
      for (const headers of strange) {
        expect((await postTrack({ cookie, headers, fields: { code: receiptCode, revision: String(revision), do: 'withdraw' } })).status).toBe(403)
      }
      expect(await here.version()).toBe(before)
    })
  })
}
