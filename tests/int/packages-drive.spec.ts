import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRow, findRows } from '@/db/rows'
import { availableTransitions } from '@/domain/workflow/available'
import { PHASES, type InputDef, type TransitionDef, type WorkflowDef } from '@/domain/workflow/types'
import { DomainError } from '@/domain/errors'
import { checkPackage } from '@/domain/package/check'
import type { StructurePackage } from '@/domain/package/schema'
import { actOnMatter } from '@/services/matters/act'
import { createMatter } from '@/services/matters/create'
import { engineContext } from '@/services/matters/engine'
import type { MatterRow } from '@/services/matters/row'
import { transitionMatter } from '@/services/matters/transition'
import { applyPackage } from '@/services/structure/package/apply'
import { needModel } from '@/services/structure/cache'
import { formVersion } from '@/services/structure/versions'
import { SLUG } from '@/slugs'
import { soundAnswers } from '../helpers/answers'
import { emptied } from '../helpers/emptied'
import { reporter } from '../helpers/matters'
import { addPerson, type ActingOf, type Person } from '../helpers/people'
import { openPortal, type TestPortal } from '../helpers/portal'

const FOLDER = path.resolve('presets')
const PRESETS = readdirSync(FOLDER).filter((file) => file.endsWith('.json') && file !== 'demo.json')

const packageIn = (file: string): StructurePackage => {
  const checked = checkPackage(JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')))
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems.slice(0, 3)))
  return checked.package
}

let portal: TestPortal
let people: Person[] = []

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(() => portal.close())

/** One person a role, all of the top unit and of the first team, and a second handler where one may not check their own work. */
const staffOf = async (pack: StructurePackage): Promise<Person[]> => {
  const seat = pack.units[0]?.code
  const duties = pack.teams.slice(0, 1).map(({ code }) => ({ team: code, ...(pack.posts[0] ? { post: pack.posts[0].code } : {}) }))
  const made: Person[] = []
  for (const { code } of pack.roles) made.push(await addPerson(portal.payload, { username: `d-${code.toLowerCase()}`, roles: [{ role: code }], ...(seat ? { seat } : {}), duties }))
  return made
}

const fresh = async (id: string): Promise<MatterRow> => (await findRow(portal, SLUG.matters, { where: { id: { equals: id } } })) as unknown as MatterRow

const valueOf = async ({ kind, options, min = 0, minLength = 0 }: InputDef): Promise<unknown> => {
  const model = await needModel(portal.payload)
  const [team, other] = model.teams.all.map(({ id }) => id)
  const lead = team ? { team } : { unit: model.units.all[0]?.id }
  const values: Partial<Record<InputDef['kind'], unknown>> = {
    text: '按规定办好了，情况已经说清楚'.padEnd(minLength, '。'), choice: options?.[0]?.code, lead, parties: [other ? { team: other } : { unit: model.units.all.at(-1)?.id }], minutes: Math.max(30, min), rating: 5, person: people[0]?.id, photos: [],
  }
  return values[kind]
}

const inputOf = async ({ inputs }: TransitionDef): Promise<Record<string, unknown>> => {
  const input: Record<string, unknown> = {}
  for (const field of inputs.filter(({ required }) => required)) input[field.key] = await valueOf(field)
  return input
}

type Offer = { transition: TransitionDef; acting: ActingOf }

const offersAt = async (matter: MatterRow): Promise<{ flow: WorkflowDef; offers: Offer[] }> => {
  const model = await needModel(portal.payload)
  const offers: Offer[] = []
  let flow: WorkflowDef | undefined
  for (const acting of [...people.map((person) => person.acting), reporter]) {
    const req = await createLocalReq({}, portal.payload)
    const { context } = await engineContext(req, model, matter, await acting(req, model))
    flow = context.workflow
    offers.push(...availableTransitions(context).filter(({ blockedBy }) => blockedBy === undefined).map(({ transition }) => ({ transition, acting })))
  }
  return { flow: flow as WorkflowDef, offers: offers.filter(({ transition }) => transition.to !== 'same' && !transition.effects.includes('mergeInto')) }
}

const TONE = { main: 0, normal: 1, careful: 2 } as const

/** The phase comes next first; among acts of one phase the emphasised one. */
const ranked = (flow: WorkflowDef, seen: ReadonlySet<string>, step: string, offers: readonly Offer[]): Offer[] => {
  const phaseAt = (code: string) => PHASES.indexOf(flow.steps.find((one) => one.code === code)?.phase ?? 'archive')
  const weight = ({ transition: { to, tone } }: Offer) => (seen.has(to) ? 1000 : 0) + (phaseAt(to) < phaseAt(step) ? 500 : 0) + TONE[tone] * 10 + (phaseAt(to) - phaseAt(step))
  return [...offers].sort((one, other) => weight(one) - weight(other))
}

/** Co-handlers end their shares, as the one who has the matter may say for them. */
const endShares = async (matter: MatterRow): Promise<void> => {
  const shares = await findRows(portal, SLUG.assignments, { where: { and: [{ matter: { equals: matter.id } }, { active: { equals: true } }, { role: { equals: 'party' } }] } })
  for (const share of shares) {
    const party = share.team ? { team: String(share.team) } : { unit: String(share.unit) }
    for (const { acting } of people) {
      const done = await actOnMatter({ payload: portal.payload, matter: matter.id, act: 'endParty', input: { party, reason: '他们的一部分做完了' }, expectedRevision: (await fresh(matter.id)).revision, acting }).then(() => true, (error: unknown) => {
        if (error instanceof DomainError && error.code !== 'internal') return false
        throw error
      })
      if (done) break
    }
  }
}

/** Takes the first act that the services accept. */
const advance = async (matter: MatterRow, offers: readonly Offer[]): Promise<string> => {
  const refusals: string[] = []
  for (const { transition, acting } of offers) {
    try {
      await transitionMatter({ payload: portal.payload, matter: matter.id, action: transition.code, input: await inputOf(transition), expectedRevision: matter.revision, acting })
      return transition.code
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'internal') throw error
      refusals.push(`${transition.code}: ${error.message}`)
    }
  }
  throw new Error(`nobody can go on at ${matter.step}: ${refusals.join('; ') || 'nothing is offered'}`)
}

const drive = async (id: string): Promise<MatterRow> => {
  const seen = new Set<string>()
  for (let turn = 0; turn < 40; turn += 1) {
    let matter = await fresh(id)
    let { flow, offers } = await offersAt(matter)
    if (offers.every(({ transition }) => seen.has(transition.to) || flow.steps.find(({ code }) => code === transition.to)?.kind === 'waiting')) {
      await endShares(matter)
      matter = await fresh(id)
      ;({ flow, offers } = await offersAt(matter))
    }
    if (flow.steps.find(({ code }) => code === matter.step)?.kind === 'final') return matter
    seen.add(matter.step)
    await advance(matter, ranked(flow, seen, matter.step, offers))
  }
  throw new Error(`no way to the archive: ${[...seen].join(' ')}`)
}

type Model = Awaited<ReturnType<typeof needModel>>

const answersFor = async (model: Model, form: string | undefined): Promise<Record<string, unknown>> => {
  const version = model.forms.byId.get(form ?? '')?.current
  return version ? soundAnswers(await formVersion(portal.payload, version)) : {}
}

/** A category of the type, or one that leaves it open; the last unit, which lies deepest. */
const placeFor = (model: Model, type: string): { category?: string; unit?: string } => {
  const category = model.categories.all.find((row) => row.matterType === type) ?? model.categories.all.find((row) => !row.matterType && !row.notOurs)
  const unit = model.units.all.at(-1)
  return { ...(category ? { category: category.id } : {}), ...(unit ? { unit: unit.id } : {}) }
}

const entered = async (code: string): Promise<string> => {
  const model = await needModel(portal.payload)
  const type = model.types.byCode.get(code)
  if (!type) throw new Error(`no type ${code}`)
  const resident = type.openBy.includes('resident')
  const clerk = people.find(({ username }) => username === 'd-intake')
  const { matter } = await createMatter({
    payload: portal.payload, who: resident ? 'resident' : 'staff', idempotencyKey: `drive-${code}-0000`, acting: resident || !clerk ? reporter : clerk.acting,
    input: {
      text: '楼门口的地砖松了，走路会绊一下，请派人来看看', type: type.id, answers: await answersFor(model, type.form), ...placeFor(model, type.id),
      ...(resident ? {} : { source: model.sources.all.find(({ openToStaff }) => openToStaff !== false)?.id }),
    },
  })
  return matter.id
}

// the empty one has no types to drive
describe.each(PRESETS.map((file) => [file, packageIn(file)] as const).filter(([, { matterTypes }]) => matterTypes.length > 0))('on %s', (_file, pack) => {
  beforeAll(async () => {
    await emptied(portal.payload)
    await applyPackage({ payload: portal.payload, pack })
    people = await staffOf(pack)
  })

  it.each(pack.matterTypes.map(({ code }) => code))('a matter of the type %s is driven to the archive', async (code) => {
    const matter = await drive(await entered(code))
    expect(matter).toMatchObject({ phase: 'archive', open: false })
    expect(matter.outcome).toBeTruthy()
    const events = await findRows(portal, SLUG.events, { where: { matter: { equals: matter.id } } })
    expect(events.length).toBeGreaterThan(2)
  })
})
