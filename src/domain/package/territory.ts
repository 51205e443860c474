import { z } from 'zod'
import type { StaffingRule } from '../grid/types'
import { closed, code, phone, prose, words } from './base'

const bound = z.int().min(0).max(10_000).optional()

const staffingRule: z.ZodType<StaffingRule> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('leadRequired') }),
  z.strictObject({ kind: z.literal('size'), post: code.optional(), min: bound, max: bound }),
  z.strictObject({ kind: z.literal('unitsPerPerson'), post: code.optional(), min: bound, max: bound }),
])

export const level = z.strictObject({
  code,
  name: words,
  /** 1 is the top. */
  order: z.int().min(1).max(9),
  staffing: z.array(staffingRule).max(20),
})

/** What kind of ground a unit covers. */
export const UNIT_KINDS = ['area', 'community', 'business', 'compound', 'building', 'door', 'special'] as const

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const ring = z.array(position).min(4).max(5000)

/** GeoJSON in WGS 84, as RFC 7946 writes it. */
export const boundary = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
])

export const unit = z.strictObject({
  code,
  name: words,
  level: code,
  parent: code.optional(),
  kind: z.enum(UNIT_KINDS),
  address: words.optional(),
  /** An office line, never a person's own. */
  publicContact: z.strictObject({ phone, hours: words.optional() }).optional(),
  boundary: boundary.optional(),
  closed,
})

const size = z.strictObject({ min: z.int().min(0).max(100_000).optional(), max: z.int().min(1).max(100_000).optional() })

/** A seat of a team that has a name of its own (组长, 副组长, 联系领导), how many sit there, and how many categories each of them leads. */
export const seat = z.strictObject({
  code, name: words, min: z.int().min(0).max(100).optional(), max: z.int().min(1).max(100).optional(),
  leads: z.strictObject({ min: z.int().min(0).max(100), max: z.int().min(1).max(100) }).optional(),
})

export const TEAM_KINDS = ['team', 'leading'] as const

export const team = z.strictObject({
  code, name: words, duty: prose, kind: z.enum(TEAM_KINDS).optional(), size: size.optional(), units: z.array(code).optional(), seats: z.array(seat).max(20).optional(),
  /** The team's own line, never a person's. */
  phone: phone.optional(),
  closed,
})

export const post = z.strictObject({ code, name: words, duty: prose, closed })
