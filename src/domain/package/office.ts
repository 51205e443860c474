import { z } from 'zod'
import { CODE_PATTERNS } from '../grid/codes'
import { isMail } from '../site/filings'
import { CORNERS, FACES } from '../site/look'
import { navigation } from '../site/navigation'
import { closed, code, colour, phone, prose, shortText, span, words } from './base'

const optionalText = z.string().max(60)

/** What residents see of the office itself. What is left out is not shown, and no placeholder stands for it. */
export const office = z.strictObject({
  name: words,
  shortName: words,
  /** One character, drawn as the office's seal. */
  seal: z.string().regex(/^\S$/u),
  phone: phone.optional(),
  dutyPhone: phone.optional(),
  address: words.optional(),
  hours: words.optional(),
  footer: z.strictObject({
    host: words.optional(),
    icp: optionalText.regex(/^(\S?ICP备\d+号(-\d+)?)?$/),
    police: optionalText.regex(/^(\S{1,2}公网安备 ?\d{14}号)?$/),
    siteCode: optionalText.regex(/^(\d{10})?$/),
    support: words.optional(),
    contact: prose.optional(),
    /** Where "found a mistake?" leads; to a report when left out. */
    fault: z.enum(['report', 'mail', 'none']).optional(),
    faultMail: z.string().max(120).refine(isMail).optional(),
  }),
  /** Order of the entries in head and foot; the portal's own when left out. */
  navigation: navigation.optional(),
  /** What residents read where there is no page, and where one failed. */
  errorWords: z.strictObject({ notFound: prose.optional(), failed: prose.optional() }).optional(),
  /** The one strong colour and what goes with it; the portal's own when left out. */
  brand: z.strictObject({ brand: colour.optional(), accent: colour.optional(), corner: z.enum(CORNERS).optional(), headingFace: z.enum(FACES).optional() }).optional(),
  timeZone: shortText,
  /** Days after archiving until contact details are erased. */
  contactRetentionDays: z.int().min(1).max(3650),
  /** Hours that a half-filled report without JavaScript is kept. */
  draftHours: z.int().min(1).max(168),
  /** Closer than this to a boundary, the reporter is asked which side. */
  nearBoundaryMetres: z.int().min(0).max(500),
  /** How new units are numbered; `free` when left out. */
  codePattern: z.enum(CODE_PATTERNS).optional(),
})

const day = z.array(span).max(6)

/** Working spans per ISO weekday, 1 is Monday. */
export const week = z.strictObject({ 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day })

/** A day with `hours` is worked by them, whatever its weekday. */
export const calendarDay = z.strictObject({ date: z.iso.date(), kind: z.enum(['holiday', 'workday']), name: words, hours: day.min(1).optional() })

export const SOURCE_KINDS = ['web', 'kiosk', 'phone', 'counter', 'patrol', 'duty', 'import', 'device', 'api'] as const

export const source = z.strictObject({ code, name: words, kind: z.enum(SOURCE_KINDS), openToStaff: z.boolean(), closed })

export const tag = z.strictObject({ code, name: words, closed })
