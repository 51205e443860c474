import { withTransaction } from '@/db/transaction'
import { appendAudit } from '@/services/audit/append'
import { visibleMatter } from '@/services/matters/find'
import { SLUG } from '@/slugs'
import type { Desk } from '../desk'
import type { ConflictDetail, MatterVM, RevisionAnswer } from '../view'
import { actorName, eventText } from './events'
import { loadMatter } from './load'
import { matterVM } from './view'

/** Opens a matter's page. Looking at a restricted one is itself an audit record (domain.md §8). Errors: `notFound`. */
export const openMatter = async (desk: Desk, id: string): Promise<MatterVM> => {
  const matter = await matterVM(desk, id)
  if (!matter.restricted) return matter
  const { me, viewer, acting } = desk
  await withTransaction(desk.payload, (req) => appendAudit(req, {
    office: viewer.office, action: 'matter.view', actor: { kind: 'staff', id: me.id, name: me.name }, targetKind: SLUG.matters, target: id, detail: { number: matter.number }, address: acting.address,
  }))
  return matter
}

const happened = async (desk: Desk, id: string, since: number): Promise<ConflictDetail> => {
  const loaded = await loadMatter(desk, id)
  const later = loaded.events.filter(({ data }) => typeof data?.revision === 'number' && data.revision > since)
  return { revision: loaded.matter.revision, events: later.map((event) => ({ at: Date.parse(event.at), actor: actorName(event, desk), text: eventText(event, loaded, desk) })) }
}

/** Whether a matter was changed since it was read, and what happened. Errors: `notFound`. */
export const revisionOf = async (desk: Desk, id: string, since: number): Promise<RevisionAnswer> => {
  const { revision } = await visibleMatter(desk.req, id, desk.acting)
  return revision > since ? { revision, detail: await happened(desk, id, since) } : { revision }
}
