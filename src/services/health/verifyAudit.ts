import type { Payload } from 'payload'
import { updateRowIf } from '@/db/rows'
import { now } from '@/lib/clock'
import { logger } from '@/lib/logger'
import { portalKeys } from '@/services/audit/keptKeys'
import { chainOffices, databaseSource, extraEntry } from '@/services/audit/sources'
import { verifyChain, type Verdict } from '@/services/audit/verify'
import { SLUG } from '@/slugs'

const keep = async (payload: Payload, { office, checked, fault }: Verdict): Promise<void> => {
  const columns = { verifiedSeq: checked.seq, verifiedAt: new Date(now()).toISOString(), faultSeq: fault ? Math.max(1, fault.seq) : null, faultKind: fault?.kind ?? null }
  await updateRowIf({ payload }, SLUG.auditHeads, { office: { equals: office } }, columns)
}

/** Verifies the audit chain of one office against its head, its anchors and what retention removed, and keeps the result with its head. Undefined when told to stop. */
export const verifyOffice = async (payload: Payload, office: string, stopping: () => boolean = () => false): Promise<Verdict | undefined> => {
  const verdict = await verifyChain({ source: await databaseSource({ payload }, office), keys: portalKeys(), stopping })
  if (!verdict) return undefined
  const extra = verdict.fault ? undefined : await extraEntry({ payload }, office)
  const whole: Verdict = extra === undefined ? verdict : { ...verdict, fault: { kind: 'extra', seq: extra } }
  if (whole.fault) logger.error({ seq: whole.fault.seq, fault: whole.fault.kind }, 'the audit chain is broken')
  await keep(payload, whole)
  return whole
}

/**
 * Verifies the audit chain of every office and keeps the result with its head (decisions.md 17). Returns how many chains are broken.
 * `stopping`: asked between two stretches; what was not finished is begun again at the next turn.
 */
export const verifyAudit = async (payload: Payload, stopping: () => boolean = () => false): Promise<number> => {
  let broken = 0
  for (const office of await chainOffices(payload)) {
    const verdict = await verifyOffice(payload, office, stopping)
    if (verdict?.fault) broken += 1
  }
  return broken
}
