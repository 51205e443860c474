import type { Payload } from 'payload'
import type { FormDef } from '@/domain/forms/types'
import type { OfficeModel } from '@/services/structure/load'
import type { Draft } from './draft'

/** The fields of a posted form: every name with all its values. */
export type Fields = Readonly<Record<string, readonly string[]>>

/** The first value of a field; empty when it was not sent. */
export const field = (fields: Fields, name: string): string => (Object.hasOwn(fields, name) ? (fields[name]?.[0] ?? '') : '')

/** What a step is given. `form` is that of the report's type before the step; `act` is the pressed button. */
export type StepInput = { payload: Payload; model: OfficeModel; form: FormDef | undefined; token: string; draft: Draft; fields: Fields; act: string }

/** The draft to keep, and the path (without language and mode) to go to. Faults are in the draft. */
export type StepResult = { draft: Draft; to: string }

/** Longest text that is kept to be shortened by whoever wrote it, in UTF-16 units; what is longer is no text of a person. */
export const KEPT_MAX = 40_000

/** A code as somebody typed it, fit to stand in an address: short, and well formed. */
export const typedCode = (fields: Fields): string => field(fields, 'code').slice(0, 64).toWellFormed()
