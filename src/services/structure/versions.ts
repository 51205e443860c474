import type { Payload, PayloadRequest } from 'payload'
import type { FormDef } from '@/domain/forms/types'
import type { RegisterDef } from '@/domain/registers/types'
import type { WorkflowDef } from '@/domain/workflow/types'
import { DomainError } from '@/domain/errors'
import { SLUG } from '@/slugs'
import type { VersionRow } from './rows'

/** Published versions never change, so what was read once is kept; the oldest goes when there are too many. */
const kept = new Map<string, VersionRow>()
const LIMIT = 500

const versionOf = async (payload: Payload, id: string, req?: PayloadRequest): Promise<VersionRow> => {
  const known = kept.get(id)
  if (known) return known
  const row = await payload.db.findOne<VersionRow>({ collection: SLUG.definitions, where: { id: { equals: id } }, ...(req ? { req } : {}) })
  if (!row) throw new DomainError('notFound', { version: id })
  if (kept.size >= LIMIT) kept.delete(kept.keys().next().value ?? '')
  kept.set(id, row)
  return row
}

export const workflowVersion = async (payload: Payload, id: string, req?: PayloadRequest): Promise<WorkflowDef> => (await versionOf(payload, id, req)).definition as WorkflowDef
export const formVersion = async (payload: Payload, id: string, req?: PayloadRequest): Promise<FormDef> => (await versionOf(payload, id, req)).definition as FormDef
export const registerVersion = async (payload: Payload, id: string, req?: PayloadRequest): Promise<RegisterDef> => (await versionOf(payload, id, req)).definition as RegisterDef
