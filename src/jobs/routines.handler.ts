import type { Payload } from 'payload'
import { runRoutines } from '@/services/routines/run'

/** Opens the routines that are due. Returns how many. `stopping`: asked between two of them. */
export const routines = (payload: Payload, stopping?: () => boolean): Promise<number> => runRoutines(payload, stopping)
