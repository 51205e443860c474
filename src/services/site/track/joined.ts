import type { PayloadRequest } from 'payload'
import type { Phase } from '@/domain/workflow/types'
import { say, type Lang } from '@/domain/words'
import { clockRowsOf } from '@/services/matters/clockRows'
import { matterById } from '@/services/matters/find'
import { ms, type MatterRow } from '@/services/matters/row'
import { workflowVersion } from '@/services/structure/versions'

/** How far the matter has come that this one is handled with. Nothing of what its own reporter wrote. */
export type Joined = { phase: Phase; now: string; dueAt?: number }

/** Longest chain of merges that is followed. */
const MOST = 5

const target = async (req: PayloadRequest, matter: MatterRow): Promise<MatterRow | undefined> => {
  let at: MatterRow | undefined
  for (let id = matter.mergedInto, step = 0; id && step < MOST; id = at?.mergedInto, step += 1) at = (await matterById(req, id)) ?? undefined
  return at
}

/** Undefined when the matter was not merged into another. */
export const joinedOf = async (req: PayloadRequest, matter: MatterRow, lang: Lang): Promise<Joined | undefined> => {
  const other = matter.mergedInto ? await target(req, matter) : undefined
  if (!other) return undefined
  const { steps } = await workflowVersion(req.payload, other.workflowVersion)
  const step = steps.find(({ code }) => code === other.step)
  const dueAt = other.open ? ms((await clockRowsOf(req, other.id)).find(({ clock }) => clock === 'resolve')?.dueAt) : undefined
  return { phase: other.phase, now: say(step?.residentNow ?? step?.name, lang), ...(dueAt === undefined ? {} : { dueAt }) }
}
