import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { bookFaults } from '../helpers/books'
import { openWorld, type World } from '../helpers/matrix/world'
import { actCases } from './doors/act.cases'
import { bulkCases, deskActCases } from './doors/desk.cases'
import { refusalCases } from './doors/refusals.cases'
import { siteCases } from './doors/site.cases'
import { transitionCases } from './doors/transition.cases'

// A refusal leaves a record that it was one (audit-complete.spec.ts); here the question is whether it leaves anything else.
vi.mock('@/services/audit/refusals', () => ({ recordRefusal: () => Promise.resolve() }))

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

transitionCases(() => world)
actCases(() => world)
deskActCases(() => world)
bulkCases(() => world)
siteCases(() => world)
refusalCases(() => world)

it('the books are as they were before the first question, and in order', async () => {
  expect(await world.books()).toBe(world.pristine)
  expect(await bookFaults(world.payload)).toEqual([])
})
