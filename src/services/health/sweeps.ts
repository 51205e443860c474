import type { Payload } from 'payload'
import { portalOf } from '@/db/portal'
import type { Sweep } from '@/db/shared/types'

export type { Sweep }

/** How each of the portal's own sweeps has fared, wherever it ran. None where no jobs were ever started, as in tests and on the command line. */
export const sweeps = (payload: Payload): Promise<Sweep[]> => portalOf(payload).shared.sweeps.all()
