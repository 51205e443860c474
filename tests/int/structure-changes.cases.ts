import { expect, it } from 'vitest'
import { bookFaults } from '../helpers/books'
import type { TestPortal } from '../helpers/portal'
import { calendarCases } from './structure/calendar.cases'
import { correctionCases } from './structure/correction.cases'
import { DAY, openScene } from './structure/scene'
import { territoryCases } from './structure/territory.cases'

/** What follows from a corrected matter, a changed calendar and a moved unit, on whichever engine. */
export const structureCases = ({ open, atomic }: { open: () => Promise<TestPortal>; atomic: boolean }): void => {
  const scene = openScene(open)
  for (const cases of [correctionCases, calendarCases, territoryCases]) cases(scene)

  it.runIf(atomic)('leaves the books in order', async () => {
    expect(await bookFaults(scene.payload(), scene.monday() + 400 * DAY)).toEqual([])
  })
}
