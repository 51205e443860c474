import type { Payload } from 'payload'
import type { WorkflowDef } from '@/domain/workflow/types'
import { eachInTurn } from '@/lib/eachInTurn'
import { MIGRATED } from '@/services/matters/closedFrom'
import { workflowVersion } from '@/services/structure/versions'

type Told = { id: string; action: string; data?: Record<string, unknown> | null }

const fromOf = ({ action, data }: Told): string | undefined => (action === MIGRATED && typeof data?.from === 'string' ? data.from : undefined)

/** The version of the workflow that each event left a step of, in the order of the events. */
export const versionsThen = (events: readonly Told[], current: string): string[] => {
  let version = current
  return [...events].reverse().map((event) => {
    version = fromOf(event) ?? version
    return version
  }).reverse()
}

/** The workflow that each event, by its id, left a step of: a step is called what it was called then. */
export const flowsThen = async (payload: Payload, { events, current }: { events: readonly Told[]; current: string }): Promise<Map<string, WorkflowDef>> => {
  const then = versionsThen(events, current)
  const ids = [...new Set(then)]
  const flows = new Map(await eachInTurn(ids, async (id) => [id, await workflowVersion(payload, id)] as const))
  return new Map(events.flatMap(({ id }, at) => {
    const flow = flows.get(then[at] ?? '')
    return flow ? [[id, flow] as const] : []
  }))
}
