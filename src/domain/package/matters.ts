import { z } from 'zod'
import { PERMISSIONS } from '../access/types'
import { RETENTION_FLOOR_DAYS, RETENTION_MODES, RETENTION_MOST_DAYS } from '../privacy/retention'
import { closed, code, prose, shortText, words } from './base'

/** Who may see what becomes of a matter: its reporter alone, or anybody (what is shown is then chosen field by field). */
export const PUBLICITIES = ['reporter', 'public'] as const

export const category = z.strictObject({
  code,
  name: words,
  parent: code.optional(),
  /** 1 slight, 2 ordinary, 3 serious, 4 pressing. */
  severity: z.int().min(1).max(4),
  /** Words of residents that suggest this category. */
  keywords: z.array(shortText).max(60),
  matterType: code.optional(),
  /** The post that leads on this risk. */
  lead: code.optional(),
  publicity: z.enum(PUBLICITIES),
  help: prose,
  /** Who to turn to when it is not the office's to do. */
  notOurs: prose.optional(),
  /** What residents recognise it by. */
  examples: z.array(shortText).max(30).optional(),
  closed,
})

export const matterType = z.strictObject({
  code,
  name: words,
  /** One line for residents who choose among types. */
  intro: prose.optional(),
  /** Begins the numbers staff use. */
  prefix: z.string().regex(/^[A-Z]{2,6}$/),
  form: code,
  workflow: code,
  openBy: z.array(z.enum(['resident', 'staff'])).min(1),
  publicity: z.enum(PUBLICITIES),
  confidentiality: z.enum(['normal', 'restricted']),
  reopenDays: z.int().min(0).max(365),
  contactRetentionDays: z.int().min(1).max(3650),
  maxPhotos: z.int().min(0).max(6),
  /** Days from the last activity after which a matter is forgotten, and how; the office's own where it is left out. */
  retentionDays: z.int().min(RETENTION_FLOOR_DAYS).max(RETENTION_MOST_DAYS).optional(),
  retentionMode: z.enum(RETENTION_MODES).optional(),
  /** Taken where neither the person nor the category names a type; at most one may be. */
  listed: z.boolean(),
  closed,
})

/** The three that nobody may hold two of (三员分立). */
export const EXCLUSIVE = ['owner', 'security', 'audit'] as const

export const role = z.strictObject({
  code,
  name: words,
  description: prose,
  permissions: z.array(z.enum(PERMISSIONS)).min(1),
  exclusive: z.enum(EXCLUSIVE).optional(),
  secondFactor: z.literal('required').optional(),
})
