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

const TEXTUAL = ['reason', 'internal', 'reply', 'outcome', 'responsible', 'target', 'verifier'] as const
const NUMERIC = ['extension', 'rating'] as const

const place = (roles: RoleValues, role: InputDef['role'], value: InputValue): void => {
  const text = TEXTUAL.find((name) => name === role)
  const number = NUMERIC.find((name) => name === role)
  if (text && typeof value === 'string') roles[text] = value
  else if (number && typeof value === 'number') roles[number] = value
  else if (role === 'photos' && isIdList(value)) roles.photos = value
  else if (role === 'parties' && isPartyList(value)) roles.parties = value
  else if (role === 'lead' && isParty(value)) roles.lead = value
}

/** Inputs of a transition, found by their role. */
export const byRole = (transition: TransitionDef, values: InputValues): RoleValues => {
  const roles: RoleValues = {}
  for (const def of transition.inputs) {
    const value = values[def.key]
    if (value !== undefined) place(roles, def.role, value)
  }
  return roles
}
