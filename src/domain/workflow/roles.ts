import type { InputValue, InputValues } from './inputs'
import type { InputDef, Party, TransitionDef } from './types'

/** Checked inputs by what becomes of them. */
export type RoleValues = {
  reason?: string
  internal?: string
  reply?: string
  outcome?: string
  responsible?: string
  lead?: Party
  parties?: Party[]
  target?: string
  extension?: number
  photos?: string[]
  rating?: number
  verifier?: string
}

/** Which kinds of input can carry a role; the lint holds workflows to it. */
export const ROLE_KINDS: Record<InputDef['role'], readonly InputDef['kind'][]> = {
  reason: ['text'],
  internal: ['text'],
  reply: ['text'],
  responsible: ['text'],
  outcome: ['choice'],
  lead: ['lead'],
  parties: ['parties'],
  target: ['matter'],
  extension: ['minutes'],
  photos: ['photos'],
  rating: ['rating'],
  verifier: ['person'],
}

const isPartyList = (value: InputValue): value is Party[] => Array.isArray(value) && value.every((item) => typeof item === 'object')
const isIdList = (value: InputValue): value is string[] => Array.isArray(value) && value.every((item) => typeof item === 'string')
const isParty = (value: InputValue): value is Party => typeof value === 'object' && !Array.isArray(value)

type Place = (role: InputDef['role'], value: InputValue) => RoleValues | undefined

const TEXTUAL = ['reason', 'internal', 'reply', 'outcome', 'responsible', 'target', 'verifier'] as const
const NUMERIC = ['extension', 'rating'] as const

const places: readonly Place[] = [
  (role, value) => (typeof value === 'string' && TEXTUAL.some((name) => name === role) ? { [role]: value } : undefined),
  (role, value) => (typeof value === 'number' && NUMERIC.some((name) => name === role) ? { [role]: value } : undefined),
  (role, value) => (role === 'photos' && isIdList(value) ? { photos: value } : undefined),
  (role, value) => (role === 'parties' && isPartyList(value) ? { parties: value } : undefined),
  (role, value) => (role === 'lead' && isParty(value) ? { lead: value } : undefined),
]

/** Inputs of a transition, found by their role. */
export const byRole = (transition: TransitionDef, values: InputValues): RoleValues =>
  transition.inputs.reduce<RoleValues>((roles, def) => {
    const value = values[def.key]
    return value === undefined ? roles : places.reduce<RoleValues>((all, place) => ({ ...all, ...place(def.role, value) }), roles)
  }, {})
