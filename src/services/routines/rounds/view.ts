import type { Answers, FormDef } from '@/domain/forms/types'

/** A round in a list. Texts are in the reader's language, days as people say them. */
export type RoundLine = { id: string; title: string; register: string; href: string; done: number; total: number; opened: string; who?: string; due?: string; late: boolean; finished?: string; mine: boolean; missed: number }
export type RoundsVM = { mine: RoundLine[]; others: RoundLine[]; finished: RoundLine[] }

export type MatterRef = { number: string; href: string }
export type CheckLine = { id: string; title: string; href: string; state: 'open' | 'done' | 'skipped'; mine: boolean; where?: string; by?: string; note?: string; matter?: MatterRef }
export type RoundVM = RoundLine & { /** Where they may look into it. */ registerHref?: string; checks: CheckLine[]; skipped: number }

export type FoundLine = { key: string; label: string; text: string; photos?: string[] }

/** A matter that can be made of what was found. */
export type MakeVM = { types: { id: string; name: string; form?: FormDef }[]; text: string }
export type CheckVM = CheckLine & {
  round: { id: string; title: string; href: string; open: boolean; who?: string }; form: FormDef; answers: Answers; /** What was found, line by line; photos by their addresses. */ found: FoundLine[]; /** Addresses of the photos that are there, by id. */ photoSrc: Record<string, string>; /** As it was read; a change in between is told. */ seen: string
  /** Where they may look into the register itself. */ entryHref?: string; next?: { title: string; href: string }; make?: MakeVM
}
