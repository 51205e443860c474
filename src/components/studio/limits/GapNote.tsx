'use client'

import type { YearGap } from '../../../services/studio/limits/calendar'
import { Note } from '../kit'
import type { Say } from './labels'

/** A year whose holidays are missing: from 1 November on for the next one, and what already runs into it. */
export const GapNotes = ({ gaps, say, onImport }: { gaps: readonly YearGap[]; say: Say; /** Absent: a link to the calendar instead. */ onImport?: (year: number) => void }) =>
  gaps.map(({ year, code, reaching, daysLeft }) => (
    <Note key={year} tone="warn">
      <div className="bar">
        <div className="gap-words"><b>{say(`gap.${code}`, { year: String(year), days: daysLeft })}</b>{say('gap.why')}{reaching > 0 ? say('gap.reaching', { year: String(year), count: reaching }) : null}</div>
        {onImport
          ? <button type="button" className="btn btn-main" onClick={() => onImport(year)}>{say('gap.import', { year: String(year) })}</button>
          : <a className="btn" href={`/admin/structure/limits/calendar?year=${year}&import=1`}>{say('gap.import', { year: String(year) })}</a>}
      </div>
    </Note>
  ))
