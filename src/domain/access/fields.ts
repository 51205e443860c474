import { may } from './decide'
import type { MatterFacts, Viewer } from './types'

/** Through which door a matter is read. `staffWithoutRestricted`: staff who may not open this restricted matter. */
export const DOORS = ['reporter', 'public', 'staff', 'staffWithoutRestricted'] as const
export type Door = (typeof DOORS)[number]

/**
 * Who reads a field: `all` reporter and staff, and the public once somebody published it for this matter; `own` reporter and staff;
 * `staff` staff alone; `none` no door at all.
 */
type Readers = 'all' | 'own' | 'staff' | 'none'

/** The one table that every door uses (domain.md §8 and §9). A field that is not named here is read by nobody. */
export const MATTER_FIELDS = {
  id: 'staff',
  office: 'staff',
  number: 'own',
  receiptCode: 'none',
  wordHash: 'none',
  idempotencyKey: 'none',
  searchText: 'none',
  type: 'all',
  category: 'all',
  categoryPath: 'staff',
  severity: 'staff',
  source: 'staff',
  registeredBy: 'staff',
  unit: 'all',
  path: 'staff',
  address: 'all',
  entry: 'staff',
  lng: 'own',
  lat: 'own',
  title: 'all',
  text: 'all',
  answers: 'own',
  formVersion: 'staff',
  workflowVersion: 'staff',
  tags: 'staff',
  lang: 'own',
  step: 'own',
  phase: 'all',
  previousStep: 'staff',
  revision: 'own',
  round: 'own',
  returns: 'staff',
  eventCount: 'staff',
  open: 'own',
  outcome: 'all',
  rating: 'own',
  handlers: 'staff',
  reviewers: 'staff',
  verifiedBy: 'staff',
  parent: 'staff',
  openParts: 'staff',
  mergedInto: 'staff',
  confidentiality: 'staff',
  hasContact: 'own',
  ownerUnit: 'all',
  ownerTeam: 'all',
  ownerPerson: 'staff',
  participants: 'staff',
  firstUnit: 'own',
  receivedAt: 'all',
  touchedAt: 'own',
  stepSince: 'own',
  archivedAt: 'all',
  reopenUntil: 'own',
  silenceAt: 'own',
  nextClock: 'staff',
  dueAt: 'own',
  warnAt: 'staff',
  paused: 'own',
} as const satisfies Record<string, Readers>
export type MatterField = keyof typeof MATTER_FIELDS

const READERS: Record<Door, readonly Readers[]> = {
  reporter: ['all', 'own'],
  public: ['all'],
  staff: ['all', 'own', 'staff'],
  staffWithoutRestricted: [],
}

const isMatterField = (name: string): name is MatterField => Object.hasOwn(MATTER_FIELDS, name)

/** Fields that staff may choose to publish; nothing is public by itself. */
export const PUBLISHABLE_FIELDS: readonly MatterField[] = Object.keys(MATTER_FIELDS).filter(isMatterField).filter((field) => MATTER_FIELDS[field] === 'all')

/** Whether a field may be read through a door. `published`: what staff chose to show of this matter; only the public asks. */
export const mayRead = (field: string, door: Door, published: readonly string[] = []): boolean =>
  isMatterField(field) && READERS[door].includes(MATTER_FIELDS[field]) && (door !== 'public' || published.includes(field))

/** The fields of a row that the door shows; everything else is left out, unknown fields too. */
export const readableOf = (row: Record<string, unknown>, door: Door, published: readonly string[] = []): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).filter(([field]) => mayRead(field, door, published)))

/** The door of a member of staff for one matter; undefined where its existence must not be known. */
export const staffDoor = (viewer: Viewer, facts: MatterFacts, now: number): Door | undefined => {
  if (may(viewer, 'matter.view', facts, now)) return 'staff'
  const seesItsKind = facts.confidentiality === 'restricted' && may(viewer, 'matter.view', { ...facts, confidentiality: 'normal' }, now)
  return seesItsKind ? 'staffWithoutRestricted' : undefined
}
