import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const code = z.string().min(1)
const text = z.string().min(1)

const person = z.strictObject({
  username: code,
  name: text,
  publicName: text.optional(),
  unit: code.optional(),
  /** Codes of roles, each within a unit when one is named. */
  roles: z.array(z.strictObject({ role: code, unit: code.optional() })),
  duties: z.array(z.strictObject({ team: code.optional(), post: code.optional(), units: z.array(code).optional() })).default([]),
  leads: z.array(code).default([]),
})

const report = z.strictObject({
  category: code,
  type: code.optional(),
  /** What the reporter wrote; {place} becomes the name of the place. */
  texts: z.array(text).min(1),
  /** How it ended, as the reporter reads it. */
  replies: z.array(text).min(1),
  outcome: code.optional(),
  notes: z.array(text).default([]),
  lang: z.enum(['zh', 'en']).optional(),
  tags: z.array(code).default([]),
  photo: z.boolean().default(false),
  night: z.boolean().default(false),
  restricted: z.boolean().default(false),
})

const phrases = z.array(text).min(1)

const schema = z.strictObject({
  preset: code,
  people: z.array(person),
  reports: z.array(report),
  /** Units where reports come from, and how often in proportion. A unit stands for everything below it. */
  places: z.array(z.strictObject({ unit: code, weight: z.number().int().min(1) })),
  /** How reports come in, and who records them. */
  channels: z.array(z.strictObject({ source: code, weight: z.number().int().min(1), recordedBy: z.array(code).default([]), type: code.optional() })),
  /** Answers to the questions of a matter type's form. */
  answers: z.record(code, z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))).min(1)),
  contacts: z.array(z.strictObject({ name: text.optional(), phone: text.optional(), email: text.optional() })),
  phrases: z.strictObject({
    accepted: phrases, rejected: phrases, rejectedWhy: phrases, responsible: phrases, handedOver: phrases, assigned: phrases, objected: phrases, coordinated: phrases,
    parts: phrases, agreed: phrases, escalated: phrases, ask: phrases, answer: phrases, added: phrases, third: phrases, resumed: phrases, extended: phrases, split: phrases,
    progress: phrases, verified: phrases, notSolved: phrases, stillNot: phrases, reopened: phrases, merged: phrases, mergedInError: phrases, withdrawn: phrases, restricted: phrases, corrected: phrases, partReply: phrases,
  }),
})

export type DemoContent = z.output<typeof schema>
export type DemoPerson = DemoContent['people'][number]
export type DemoReport = DemoContent['reports'][number]

/** The words of the demonstration: content, so it stands beside the presets. Throws when the file is not as it must be. */
export const readDemo = async (): Promise<DemoContent> => schema.parse(JSON.parse(await readFile(path.resolve(process.cwd(), 'presets', 'demo.json'), 'utf8')))
