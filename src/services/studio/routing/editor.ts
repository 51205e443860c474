import type { RoutingSet } from '@/domain/routing/types'
import type { Desk } from '@/services/desk/desk'
import { listDrafts, readDraft, type DraftView } from '@/services/structure/drafts'
import { routingChoices, type RoutingChoices } from './choices'

export type RoutingEditorView = {
  draft?: DraftView<RoutingSet>
  /** All sets of the office, if there is more than one. */
  sets: { code: string; name: string; here: boolean; inForce: boolean }[]
  choices: RoutingChoices
}

/** The editor of the set with this code, else of the one in force, else of the first. Errors: `notFound` for an unknown code. */
export const routingEditor = async (desk: Desk, code?: string): Promise<RoutingEditorView> => {
  const lines = await listDrafts(desk, 'routing')
  const inForce = lines.find(({ number }) => number !== undefined)
  const key = code ?? inForce?.code ?? lines[0]?.code
  return {
    ...(key === undefined ? {} : { draft: await readDraft<RoutingSet>(desk, 'routing', key) }),
    sets: lines.length > 1 ? lines.map((line) => ({ code: line.code, name: desk.say(line.name), here: line.code === key, inForce: line === inForce })) : [],
    choices: await routingChoices(desk),
  }
}
