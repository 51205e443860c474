import { DomainError } from '@/domain/errors'
import { cleanLine } from '@/domain/matter/text'
import { activitiesOf, type Activity } from '@/services/processing/activities'
import { lookAtWritten, writtenOf } from '@/services/processing/look'
import { privacyVersions, type Change } from '@/services/processing/versions'
import { SLUG } from '@/slugs'
import type { Desk } from './desk'

export const WRITTEN = ['purpose', 'basis', 'who', 'recipients'] as const
export type Written = Partial<Record<(typeof WRITTEN)[number], string>>
const MOST = 300

/** What looks like personal data in what somebody wrote, before it is kept: in which part, which character, what, and a few words around it. */
export type Looked = { key: string; given: Written; found: { part: string; at: number; kind: string; quote: string }[] }

export type ProcessingView = { activities: Activity[]; written: Record<string, Written>; versions: { number: number; at: number; changed: Change[] }[]; canEdit: boolean }

const writtenIn = ({ model }: Desk): Record<string, Written> => writtenOf(model.office.processing)

/** Whoever sees the structure or answers to reporters may know what is done with data. */
export const seesProcessing = ({ holds }: Desk): boolean => (['structure.view', 'settings.edit', 'audit.view', 'retention.run', 'retention.hold'] as const).some(holds)

/** The register of processing for staff, with its versions. Errors: `notFound`. */
export const processingView = async (desk: Desk): Promise<ProcessingView> => {
  if (!seesProcessing(desk)) throw new DomainError('notFound')
  return { activities: await activitiesOf(desk.payload, desk.model), written: writtenIn(desk), versions: await privacyVersions(desk.payload, desk.model), canEdit: desk.holds('settings.edit') }
}

/**
 * Keeps what the office writes beside one activity; the change is in the history of structure. Errors: `notAllowed`; `notFound` for an activity that is none; `invalid` when too long, and with
 * `detail.found` when it looks like personal data and nobody said that it may be public; who says so stands in the audit log.
 */
export const writeBeside = async (desk: Desk, key: string, given: Written, { seen = false }: { seen?: boolean } = {}): Promise<void> => {
  if (!desk.holds('settings.edit')) throw new DomainError('notAllowed')
  if (!(await activitiesOf(desk.payload, desk.model)).some((each) => each.key === key)) throw new DomainError('notFound')
  const lines = WRITTEN.map((part) => [part, cleanLine(given[part] ?? '')] as const).filter(([, text]) => text !== '')
  const long = lines.find(([, text]) => text.length > MOST)
  if (long) throw new DomainError('invalid', {}, [{ field: long[0], code: 'tooLong', params: { max: MOST } }])
  const { [key]: _old, ...others } = writtenIn(desk)
  const processing = lines.length > 0 ? { ...others, [key]: Object.fromEntries(lines) } : others
  const found = await lookAtWritten(desk.req, { office: desk.model.office.id, before: writtenIn(desk), after: processing })
  if (found.length > 0 && !seen) throw new DomainError('invalid', { found: found.map(({ path, at, kind, quote }) => ({ part: String(path[0]), at, kind, quote })) }, [{ field: 'privacySeen', code: 'required' }])
  await desk.payload.update({ collection: SLUG.offices, id: desk.model.office.id, data: { processing }, overrideAccess: false, user: desk.req.user, depth: 0, req: desk.req, context: { privacySeen: seen } })
}
