import type { PayloadRequest } from 'payload'
import type { Permission } from '@/domain/access/types'
import { DomainError, type FieldError } from '@/domain/errors'
import { cleanText, codePoints } from '@/domain/matter/text'
import type { AssignmentChanges } from '@/domain/workflow/assignments'
import type { OfficeModel } from '@/services/structure/load'
import type { Acting } from '../actor'
import type { AssignmentRow, MatterRow } from '../row'
import type { NewEvent } from '../save'

export type ActContext = { req: PayloadRequest; model: OfficeModel; matter: MatterRow; acting: Acting; input: Record<string, unknown>; at: number; active: AssignmentRow[] }

/** What an act writes. `result` goes back to the caller beside the matter. */
export type ActOutcome = { changes?: Partial<MatterRow>; event: NewEvent; assignments?: AssignmentChanges; relimit?: boolean; result?: Record<string, unknown> }

/**
 * Something that may happen to a matter without moving its step. `frozen`: also allowed once it is archived. `instead`: another
 * right that is enough as the matter stands; `run` then checks what it is good for.
 */
export type Act = { permission: Permission | null; instead?: (matter: Pick<MatterRow, 'phase'>) => Permission | undefined; frozen?: boolean; run: (context: ActContext) => Promise<ActOutcome> | ActOutcome }

/** Whether somebody with these rights may do this to the matter at all. Reporters' acts ask for none. */
export const mayAct = (act: Act, matter: Pick<MatterRow, 'phase'>, can: (permission: Permission) => boolean): boolean => {
  const instead = act.instead?.(matter)
  return act.permission !== null && (can(act.permission) || (instead !== undefined && can(instead)))
}

export const refuse = (...fields: FieldError[]): DomainError => new DomainError('invalid', {}, fields)

/** A required text of an act. Errors: `invalid` naming the field. */
export const textInput = (input: Record<string, unknown>, field: string, { min = 1, max = 2000 } = {}): string => {
  const text = typeof input[field] === 'string' ? cleanText(input[field]) : ''
  const length = codePoints(text)
  if (length === 0) throw refuse({ field, code: 'required' })
  if (length < min) throw refuse({ field, code: 'tooShort', params: { min } })
  if (length > max) throw refuse({ field, code: 'tooLong', params: { max } })
  return text
}

export const idInput = (input: Record<string, unknown>, field: string): string => {
  const value = input[field]
  if (typeof value !== 'string' || value === '') throw refuse({ field, code: 'required' })
  return value
}

export const idsInput = (input: Record<string, unknown>, field: string): string[] => {
  const value = input[field]
  if (!Array.isArray(value) || !value.every((item): item is string => typeof item === 'string')) throw refuse({ field, code: 'wrongKind' })
  return [...new Set(value)]
}
