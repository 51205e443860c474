import { z } from 'zod'
import { ELEMENTS } from '../publishing/check'
import { code, prose, shortText, words } from './base'
import { block } from './blocks'

const clause = z.strictObject({ code: z.string().regex(/^[A-Za-z0-9._-]{1,32}$/), heading: words, text: prose })

export const RULE_KINDS = ['system', 'measure', 'plan', 'standard'] as const

export const ruleDocument = z.strictObject({
  code,
  /** The number it is filed under, e.g. "制度〔2026〕1号". */
  number: shortText,
  title: words,
  /** 制度, 办法, 预案, 规范. */
  kind: z.enum(RULE_KINDS),
  audience: z.enum(['public', 'staff']),
  summary: prose,
  clauses: z.array(clause).min(1).max(200),
  /** Teams whose members must acknowledge it. */
  boundTeams: z.array(code),
  /** Which edition it is; the first when left out. */
  edition: shortText.optional(),
  /** Whether those it binds must acknowledge it; when left out, whether any team is bound. */
  mustAcknowledge: z.boolean().optional(),
})

export const noticeColumn = z.strictObject({
  code,
  name: words,
  /** Days without a new notice after which the column counts as stale. */
  staleDays: z.int().min(1).max(3650).optional(),
  /** What is published here, for who writes and for who reads. */
  purpose: words.optional(),
  /** Who answers for it: a team, or a unit. */
  ownerTeam: code.optional(),
  ownerUnit: code.optional(),
  /** Roles that review in turn before anything is published; none when left out. */
  reviews: z.array(code).min(1).max(3).optional(),
  /** What must be filled in beyond title and text. */
  needs: z.array(z.enum(ELEMENTS)).min(1).optional(),
  /** The head of its numbers, e.g. "建街发"; its name when left out. */
  numbering: shortText.optional(),
  /** For the staff alone. */
  internal: z.literal(true).optional(),
})

export const notice = z.strictObject({
  code,
  title: words,
  column: code,
  body: z.array(prose).min(1).max(60),
  pinned: z.boolean(),
  /** Of older files: an alert is no part of a notice any more, and none comes out of a file. */
  alert: z.boolean().optional(),
})

export const page = z.strictObject({
  code,
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: words,
  blocks: z.array(block),
})

export const standardReply = z.strictObject({
  code,
  title: words,
  text: prose,
  categories: z.array(code).optional(),
  /** Steps of a workflow in which it is offered. */
  steps: z.array(code).optional(),
})
