import type { PayloadRequest } from 'payload'
import { DomainError } from '@/domain/errors'
import type { OfficeModel } from '@/services/structure/load'
import type { Acting } from './actor'
import { matterById } from './find'
import type { MatterRow } from './row'
import { saveMatter } from './save'

type Args = { req: PayloadRequest; model: OfficeModel; matter: MatterRow; acting: Acting; at: number }

const refuse = (code: string) => new DomainError('invalid', {}, [{ field: 'target', code }])

const masterOf = async ({ req, matter, target, acting }: Args & { target: string }): Promise<MatterRow> => {
  const master = await matterById(req, target)
  if (!master || master.office !== matter.office || (acting.actor.kind === 'staff' && !acting.can('matter.view', master))) throw refuse('notOffered')
  if (master.id === matter.id || master.parent === matter.id) throw refuse('itself')
  if (master.mergedInto || !master.open) throw refuse('closed')
  return master
}

/** Merging: the master is named on the matter, and says so in its own history. */
export const mergeEffects = async (args: Args & { target: string }): Promise<{ changes: Partial<MatterRow>; number: string }> => {
  const { req, model, matter, acting, at } = args
  const master = await masterOf(args)
  await saveMatter({ req, model, before: master, changes: {}, acting, at, event: { kind: 'act', action: 'mergedFrom', data: { matter: matter.id, number: matter.number } } })
  return { changes: { mergedInto: master.id }, number: master.number }
}

/** A part that closes or reopens is counted on the matter it is a part of. */
export const afterArchive = async ({ req, model, matter, acting, at }: Args): Promise<void> => {
  if (!matter.parent) return
  const parent = await matterById(req, matter.parent)
  if (!parent) return
  const openParts = Math.max(0, parent.openParts + (matter.open ? 1 : -1))
  const event = { kind: 'act' as const, action: matter.open ? 'partReopened' : 'partClosed', data: { part: matter.id, number: matter.number, outcome: matter.outcome } }
  await saveMatter({ req, model, before: parent, changes: { openParts }, acting, at, event })
}
