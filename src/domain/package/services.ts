import { z } from 'zod'
import { CONTACT_ASKED } from '../booking/types'
import { AUDIENCES, MATERIAL_FORMS, ONLINE_WAYS } from '../services/types'
import { closed, code, href, phone, prose, shortText, words } from './base'
import { week } from './office'

const codes = z.array(code).max(60)

/** A local date "YYYY-MM-DD". */
const date = z.iso.date()

/** What happens in a life that brings people to the counter: a group of guides. */
export const lifeEvent = z.strictObject({ code, name: words, hint: words.optional(), closed })

/** A counter that can be booked. Closings of single days are no structure. */
export const serviceCounter = z.strictObject({
  code,
  name: words,
  unit: code.optional(),
  address: words.optional(),
  phone: phone.optional(),
  note: prose.optional(),
  /** Its own hours; the office's working time where they are left out. */
  week: week.optional(),
  slotMinutes: z.int().min(5).max(240),
  /** Places in each slot. */
  capacity: z.int().min(1).max(50),
  leadMinutes: z.int().min(0).max(10_080),
  horizonDays: z.int().min(1).max(60),
  /** Whether it asks for a name and a telephone number. */
  contact: z.enum(CONTACT_ASKED),
  /** Days after its day on which a booking is deleted. */
  keepDays: z.int().min(0).max(30),
  closed,
})

const material = z.strictObject({ name: words, form: z.enum(MATERIAL_FORMS), copies: z.int().min(1).max(20).optional(), note: prose.optional(), from: words.optional() })

/** A guide, with the elements that 国办秘函〔2019〕19号 asks for. Those that are missing are told, not refused. */
export const serviceItem = z.strictObject({
  code,
  name: words,
  summary: prose.optional(),
  /** What people call it, and search for. */
  aliases: z.array(shortText).max(60),
  lifeEvents: codes,
  audience: z.array(z.enum(AUDIENCES)).max(AUDIENCES.length),
  basis: prose.optional(),
  /** One condition a line. */
  conditions: prose.optional(),
  materials: z.array(material).max(60),
  place: prose.optional(),
  body: words.optional(),
  fee: prose.optional(),
  legalLimit: words.optional(),
  promisedLimit: words.optional(),
  /** How often one has to come. */
  visits: z.int().min(0).max(9).optional(),
  hours: prose.optional(),
  phone: phone.optional(),
  steps: z.array(z.strictObject({ title: words, text: prose.optional() })).max(20),
  forms: z.array(z.strictObject({ name: words, href })).max(20),
  remedy: prose.optional(),
  /** Units where it can be done; everywhere in the office where there are none. */
  units: codes,
  /** Counters where a time can be booked for it. */
  counters: codes,
  online: z.enum(ONLINE_WAYS),
  onlineType: code.optional(),
  onlineHref: href.optional(),
  /** The type of matter a grid officer opens who applies for somebody (代办). */
  agentType: code.optional(),
  officialCode: shortText.optional(),
  validFrom: date.optional(),
  validUntil: date.optional(),
})
