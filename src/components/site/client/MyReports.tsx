'use client'
import { useState } from 'react'
import { fill } from '../../../i18n/fill'
import { Empty } from '../../ui/Empty'
import { HiddenFields } from '../../ui/Form'
import type { KeptReport } from '../types'
import { useKept, withoutReport, writeKept } from './keptReports'

export type MyReportsWords = Record<'sent' | 'open' | 'needsWord' | 'remove' | 'removeAll' | 'removed' | 'removedAll' | 'empty' | 'emptyHint' | 'shared' | 'undo', string>

export type MyReportsProps = {
  /** Where code and word are posted. */
  trackAction: string
  hidden: Record<string, string>
  locale: string
  timeZone: string
  words: MyReportsWords
}

/** The reports noted in this browser: open, remove one or all, take that back. */
export const MyReports = (props: MyReportsProps) => {
  const { words } = props
  const kept = useKept()
  const [before, setBefore] = useState<{ kept: KeptReport[]; said: string }>()
  if (!kept) return null

  const change = (next: KeptReport[], said: string) => {
    if (writeKept(next)) setBefore({ kept, said })
  }

  const undo = () => {
    if (before && writeKept(before.kept)) setBefore(undefined)
  }

  return (
    <div className="stack-3">
      {before && (
        <p className="toast" role="status">
          <span>{before.said}</span>
          <button type="button" onClick={undo}>
            {words.undo}
          </button>
        </p>
      )}
      {kept.length === 0 ? (
        <Empty icon="track" title={words.empty}>
          <p className="muted">{words.emptyHint}</p>
        </Empty>
      ) : (
        <>
          <ul className="list list-ruled kept">
            {kept.map((report) => (
              <Report key={report.code} {...props} report={report} remove={() => change(withoutReport(kept, report.code), fill(words.removed, { title: report.title }))} />
            ))}
          </ul>
          <p className="small muted">{words.shared}</p>
          <button className="button" type="button" onClick={() => change([], words.removedAll)}>
            {words.removeAll}
          </button>
        </>
      )}
    </div>
  )
}

const Report = ({ trackAction, hidden, locale, timeZone, words, report, remove }: MyReportsProps & { report: KeptReport; remove: () => void }) => (
  <li>
    <div>
      <p className="strong">{report.title}</p>
      <p className="meta">
        <span>{report.code}</span>
        <span>{fill(words.sent, { date: new Date(report.sentAt).toLocaleDateString(locale, { timeZone, year: 'numeric', month: 'long', day: 'numeric' }) })}</span>
        {!report.word && <span>{words.needsWord}</span>}
      </p>
    </div>
    <div className="row">
      <form method="post" action={trackAction}>
        <HiddenFields values={{ ...hidden, code: report.code, word: report.word ?? '' }} />
        <button className="button" type="submit">
          {words.open}
          <span className="unseen">{report.title}</span>
        </button>
      </form>
      <button className="button button-text" type="button" onClick={remove}>
        {words.remove}
        <span className="unseen">{report.title}</span>
      </button>
    </div>
  </li>
)
