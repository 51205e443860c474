import type { FormDef } from '@/domain/forms/types'
import type { Due, DueWhy } from '@/domain/routines/cadence'
import type { Measure, Period, RoutineDef } from '@/domain/routines/types'
import type { Words } from '@/domain/words'

/** One run, as the editor shows it. Times are epoch milliseconds; `title` and `why` are in the reader's language. */
export type RunLine = {
  id: string; dueAt: number; openedAt?: number; state: 'opened' | 'failed' | 'done'; title: string; missed: number; why?: string; href?: string; number?: string; done?: number; total?: number
}

export type RoutineLine = { id: string; code: string; name: Words; active: boolean; /** None: the plan cannot be read. */ def?: RoutineDef; nextAt?: number; runs: RunLine[] }

export type Option = { code: string; name: string; hint?: string }
export type TypeOption = Option & { form?: FormDef }

/** Everything a routine may name, by code. */
export type Choices = { types: TypeOption[]; categories: Option[]; units: Option[]; teams: Option[]; posts: Option[]; registers: Option[]; forms: Option[] }

export type Can = { edit: boolean }
export type RoutinesView = { lines: RoutineLine[]; choices: Choices; can: Can }
export type RoutineView = { line?: RoutineLine; /** For a new one. */ proposed: string; seen?: string; runs: RunLine[]; more: boolean; choices: Choices; can: Can }

export type TriedDue = Pick<Due, 'at' | 'date' | 'planned'> & { why: DueWhy }
export type TriedFigure = { label: string; measure: Measure; period: Period; span: string; running: boolean; categories: string[]; count: number }
export type TriedPlaces = { total: number; first: { id: string; title: string; unit?: string; last?: number }[] }

/** What would open next, nothing saved. */
export type Preview = { title: string; text?: string; type?: string; figures: TriedFigure[]; who?: string; /** A post that nobody holds now. */ nobody?: boolean; limitAt?: number; places?: TriedPlaces }
export type TryAnswer = { dues: TriedDue[]; missingYears: number[]; problems: string[]; preview?: Preview }
