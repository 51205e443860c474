import { z } from 'zod'
import { code, prose, words } from './base'
import { notice, noticeColumn, page, ruleDocument, standardReply } from './content'
import { formDef } from './formDef'
import { limitSet } from './limits'
import { category, matterType, role } from './matters'
import { calendarDay, office, source, tag, week } from './office'
import { registerDef } from './registers'
import { routine } from './routines'
import { routingSet } from './routingSet'
import { lifeEvent, serviceCounter, serviceItem } from './services'
import { level, post, team, unit } from './territory'
import { workflowDef } from './workflowDef'

/**
 * All of an office's structure in one file (domain.md §2). No ids, no people, no secrets: rows name each other by `code`,
 * unique within its kind. What the rows may point at is checked in `check.ts`.
 */
export const structurePackage = z.strictObject({
  schemaVersion: z.literal(3),
  code,
  name: words,
  description: prose,
  /** Rows and sections that a part of an office is about (`units:<code>`, `limits`); the rest is there because these need it. Absent: a whole office. */
  part: z.array(z.string().max(90)).max(100_000).optional(),
  office,
  week,
  /** Years whose official holiday list is in `calendarDays`. */
  calendarYears: z.array(z.int().min(2000).max(2200)),
  calendarDays: z.array(calendarDay),
  levels: z.array(level),
  units: z.array(unit),
  categories: z.array(category),
  matterTypes: z.array(matterType),
  forms: z.array(formDef),
  workflows: z.array(workflowDef),
  limits: limitSet,
  routing: routingSet,
  sources: z.array(source),
  teams: z.array(team),
  posts: z.array(post),
  roles: z.array(role).min(1),
  ruleDocuments: z.array(ruleDocument),
  noticeColumns: z.array(noticeColumn),
  notices: z.array(notice),
  pages: z.array(page),
  standardReplies: z.array(standardReply),
  tags: z.array(tag),
  registers: z.array(registerDef),
  routines: z.array(routine),
  lifeEvents: z.array(lifeEvent),
  serviceCounters: z.array(serviceCounter),
  serviceItems: z.array(serviceItem),
})

export type StructurePackage = z.infer<typeof structurePackage>

/** One kind of row of a package, e.g. `PackageRow<'units'>`. */
export type PackageRow<K extends 'levels' | 'units' | 'categories' | 'matterTypes' | 'forms' | 'workflows' | 'sources' | 'teams' | 'posts' | 'roles' | 'ruleDocuments' | 'noticeColumns' | 'notices' | 'pages' | 'standardReplies' | 'tags' | 'calendarDays' | 'registers' | 'routines' | 'lifeEvents' | 'serviceCounters' | 'serviceItems'> = StructurePackage[K][number]
