import { createLocalReq } from 'payload'
import { afterAll, beforeAll } from 'vitest'
import type { WorkflowDef } from '@/domain/workflow/types'
import { setClock } from '@/lib/clock'
import { deskOf, type Desk } from '@/services/desk/desk'
import { readDraft } from '@/services/structure/drafts'
import { SLUG } from '@/slugs'
import { driver } from './matters'
import { makePeople, type People } from './people'
import { openPortal, type TestPortal } from './portal'

export const MONDAY = Date.parse('2026-03-02T01:30:00.000Z')
export const SECOND = 1000

/** A portal with one person per role and a clock of its own, on the standard workflow. */
export const flowScene = () => {
  let portal: TestPortal
  let people: People
  let at = MONDAY
  const payload = () => portal.payload
  beforeAll(async () => {
    portal = await openPortal()
    people = await makePeople(portal.payload)
    setClock(() => at)
  })
  afterAll(async () => {
    setClock()
    await portal?.close()
  })
  const desk = async (role = 'owner', lang: 'zh' | 'en' = 'zh'): Promise<Desk> => {
    const user = await payload().findByID({ collection: SLUG.users, id: people.as(role).id, depth: 0, overrideAccess: true })
    const req = await createLocalReq({ user: { ...user, collection: SLUG.users } }, payload())
    return deskOf({ req, person: { id: user.id, office: String(user.office), name: user.name, username: String(user.username) }, lang })
  }
  return {
    payload, desk, on: driver(payload), rows: () => ({ payload: payload() }), by: (role: string) => people.as(role).acting, idOf: (role: string) => people.as(role).id,
    draft: async () => readDraft<WorkflowDef>(await desk(), 'workflow', 'standard'), now: () => at, pass: (ms: number): void => { at += ms },
  }
}

/** A workflow with handling under another name and without waiting for weather. */
export const withoutWeather = (flow: WorkflowDef): WorkflowDef => ({
  ...flow,
  steps: flow.steps.filter(({ code }) => code !== 'waitWeather').map((step) => (step.code === 'handling' ? { ...step, code: 'atWork', name: { zh: '办理中', en: 'At work' } } : step)),
  transitions: flow.transitions.filter(({ to }) => to !== 'waitWeather').map((each) => ({
    ...each, from: each.from.filter((code) => code !== 'waitWeather').map((code) => (code === 'handling' ? 'atWork' : code)), to: each.to === 'handling' ? 'atWork' : each.to,
  })),
})
