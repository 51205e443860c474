import type { CollectionBeforeValidateHook } from 'payload'
import { cleanLine } from '../domain/matter/text'

/** Why a row is changed goes into the change set, not into the row. */
export const takeReason: CollectionBeforeValidateHook = ({ data, req }) => {
  if (!data || !('changeReason' in data)) return data
  const { changeReason, ...row } = data
  const reason = typeof changeReason === 'string' ? cleanLine(changeReason) : ''
  if (reason) req.context.reason = reason.slice(0, 500)
  return row
}
