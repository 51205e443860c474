import { archiveCases } from './lifecycle/archive.cases'
import { handlingCases } from './lifecycle/handling.cases'
import { intakeCases } from './lifecycle/intake.cases'
import { raceCases } from './lifecycle/races.cases'
import { openScene, type Engine } from './lifecycle/scene'

export type { Engine }

/** A matter's life by the real services, on whichever engine. */
export const lifecycleCases = (engine: Engine): void => {
  const scene = openScene(engine)
  for (const cases of [intakeCases, handlingCases, archiveCases, raceCases]) cases(scene)
}
