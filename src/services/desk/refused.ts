import { recordDoorRefusal } from '@/services/audit/ofDoors'
import type { Desk } from './desk'

/** Keeps in the audit log that the person at the desk was refused, where the error says so. */
export const recordDeskRefusal = ({ payload, viewer, me, acting }: Desk, refused: { error: unknown; method: string; path: string }): Promise<void> =>
  recordDoorRefusal({ payload, person: { id: viewer.id, office: viewer.office, name: me.name }, address: acting.address, ...refused })
