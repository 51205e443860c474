import type { Appointed } from '@/services/people/appoint'
import { seal, unseal } from './seal'

const PURPOSE = 'desk:appointed'

/**
 * One-time passwords on their way from the answer of a form to the page that shows them: sealed, in a cookie of a few
 * minutes that only that page is sent. They are stored nowhere.
 */
export const sealAppointed = (made: Appointed[]): string => seal(PURPOSE, made)

/** What `sealAppointed` sealed; undefined for anything else. */
export const openAppointed = (sealed: string | undefined): Appointed[] | undefined => unseal<Appointed[]>(PURPOSE, sealed)
