import type { CodePattern } from '@/domain/grid/codes'
import type { RetentionMode } from '@/domain/privacy/retention'
import type { Corner, Face } from '@/domain/site/look'
import type { Words } from '@/domain/words'

/** Rows of structure as the database holds them, localised words as {zh, en}. */
type Ref = string | null | undefined

export type OfficeRow = {
  id: string; code: string; name: Words; shortName?: Words | null; seal?: string | null; phone?: string | null; dutyPhone?: string | null
  address?: Words | null; hours?: Words | null; timeZone?: string | null; week?: unknown; calendarYears?: unknown
  footerHost?: Words | null; footerIcp?: string | null; footerPolice?: string | null; footerSiteCode?: string | null
  footerSupport?: Words | null; footerContact?: Words | null; footerFault?: 'report' | 'mail' | 'none' | null; footerFaultMail?: string | null; navigation?: unknown; notFoundWords?: Words | null; failedWords?: Words | null
  accent?: string | null; corner?: Corner | null; headingFace?: Face | null
  contactRetentionDays?: number | null; retentionOn?: boolean | null; retentionDays?: number | null; retentionMode?: RetentionMode | null; erasureReplyDays?: number | null; processing?: unknown; draftHours?: number | null; nearBoundaryMetres?: number | null; brand?: string | null
  appointmentsOpen?: boolean | null; preset?: string | null; reportDoor?: 'open' | 'closed' | null; reportClosedWords?: Words | null
  codePattern?: CodePattern | null; setup?: 'pending' | 'done' | null
}
export type LevelRow = { id: string; code: string; name: Words; order: number; staffing?: unknown }
export type UnitRow = {
  id: string; code: string; name: Words; level: string; parent?: Ref; path: string; kind?: string | null; address?: Words | null; lead?: Ref
  officers?: string[] | null; publicName?: string | null; publicPhone?: string | null; publicHours?: Words | null; boundary?: unknown; order?: number | null; active?: boolean | null; successors?: string[] | null; closedAt?: string | null
}
export type CategoryRow = {
  id: string; code: string; name: Words; parent?: Ref; path: string; severity?: number | null; keywords?: string | null; matterType?: Ref; lead?: Ref
  publicity?: string | null; help?: Words | null; notOurs?: Words | null; order?: number | null; active?: boolean | null
}
export type TypeRow = {
  id: string; code: string; name: Words; intro?: Words | null; prefix: string; form: string; workflow: string; openBy: ('resident' | 'staff')[]
  publicity: string; confidentiality: 'normal' | 'restricted'; reopenDays: number; contactRetentionDays?: number | null; retentionDays?: number | null; retentionMode?: RetentionMode | null; maxPhotos: number; listed?: boolean | null; active?: boolean | null
}
export type DraftRow = { id: string; code: string; name: Words; current?: Ref; currentNumber?: number | null; /** The draft, as its editor keeps it. */ definition?: unknown }
export type SourceRow = { id: string; code: string; name: Words; kind: string; openToStaff?: boolean | null; active?: boolean | null }
export type TeamRow = { id: string; code: string; name: Words; duty?: Words | null; minSize?: number | null; maxSize?: number | null; units?: string[] | null; phone?: string | null; active?: boolean | null; kind?: 'team' | 'leading' | null; seats?: unknown }
export type PostRow = { id: string; code: string; name: Words; duty?: Words | null; active?: boolean | null }
export type MembershipRow = { id: string; person: string; team?: Ref; post?: Ref; units?: string[] | null; seat?: string | null; leads?: string[] | null; from?: string | null; until?: string | null }
export type PersonRow = { id: string; name: string; publicName?: string | null; username?: string; unit?: Ref; phone?: string | null; active?: boolean | null }
export type CalendarDayRow = { id: string; date: string; kind: 'holiday' | 'workday'; name?: Words | null; /** As written, "09:00-12:00". */ hours?: string | null }
export type TagRow = { id: string; code: string; name: Words; active?: boolean | null }
export type VersionRow = { id: string; kind: string; code: string; number: number; definition: unknown }
