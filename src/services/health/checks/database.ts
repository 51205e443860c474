import { portalOf } from '@/db/portal'
import { storageState } from '../storage'
import type { Check } from '../types'

/** Whether one act is saved whole or not at all: not on a stand-alone MongoDB, which is refused unless somebody allowed it. */
export const transactions: Check = ({ payload }) => (portalOf(payload).isAtomic() ? [] : [{ code: 'notAtomic', gravity: 'now' }])

const UNKEPT = { full: 'storageFull', unwritable: 'unwritable' } as const

/** Whether anything can be kept now: the disk has room, and it and the database take writes. */
export const storage: Check = async ({ payload }) => {
  const state = await storageState(payload)
  return state === 'ok' ? [] : [{ code: UNKEPT[state], gravity: 'now' }]
}
