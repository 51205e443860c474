import type { Lang } from '../../../domain/words'
import type { Href, Mode } from '../href'

export type { Href, Mode } from '../href'

/** What every view needs to know of the request. `path`: the page's own path and query, for the language and mode switches. */
export type SiteContext = { lang: Lang; mode: Mode; path: string; href: Href; now: number; timeZone: string }

export type PhoneView = { /** As people read it. */ text: string; /** Digits only, for `tel:`. */ dial: string; /** When somebody answers. */ hours?: string }

/** The office as its own settings describe it. Anything absent is not shown. */
export type OfficeView = {
  name: string
  fullName?: string
  /** One or two characters in the seal. */
  seal: string
  address?: string
  openingHours?: string[]
  dutyPhone?: PhoneView
  legal?: { sponsor?: string; siteId?: string; icp?: string; policeFiling?: string; supportedBy?: string }
  /** Whom to ask about the site itself. */
  siteContact?: string[]
  /** Where a mistake on the site is told: a path, or a mail address with its scheme. */
  faultPath?: string
  /** The office's own words where there is no page, and where one failed. */
  errorWords?: { notFound?: string; failed?: string }
}

export { OWN_SECTIONS as NAV_ITEMS, type OwnSection as NavItem } from '../../../domain/site/navigation'

export type BandLevel = 'green' | 'blue' | 'orange' | 'red'
/** Without a level: urgent, but no official warning of a colour. */
export type AlertView = { id?: string; level?: BandLevel; title: string; text: string; /** Until when, in words. */ until?: string; /** The words are Chinese on an English page. */ lang?: 'zh'; link?: LinkView }

export type LinkView = { path: string; text: string }
export type CrumbView = { text: string; path?: string }

/** A fault to show at a field and in the summary. `field` is the id of the input, without `f-`. */
export type FieldErrorView = { field: string; message: string }

/** A plain form. `action` is a path, run through `ctx.href`. `hidden` carries the csrf token, the draft's id and the like. */
export type FormView = { action: string; hidden: Record<string, string>; errors: FieldErrorView[]; /** The little task a browser does first where the door is in much use. */ effort?: EffortView }

/** `task` is JSON for the browser; `names` those of the form's fields. */
export type EffortView = { task: string; names: { solved: string; task: string; empty: string } }

export type PhotoView = { id: string; /** Address of the small picture. */ thumb: string; /** Address of the large one. */ full?: string; alt: string }

export type UnitLinkView = { code: string; name: string; path: string; hint?: string }
export type UnitHitView = UnitLinkView & { /** Names from the top down to its parent. */ within: string[] }
