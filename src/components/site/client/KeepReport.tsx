'use client'
import { useEffect, useState } from 'react'
import { Icon } from '../../ui/Icon'
import type { KeptReport } from '../types'
import { readKept, withReport, withoutReport, writeKept } from './keptReports'

export type KeepReportProps = {
  report: KeptReport
  words: { remembered: string; forget: string; forgotten: string; notRemembered: string }
  mineHref: string
}

type State = 'waiting' | 'remembered' | 'forgotten' | 'notRemembered'

/** Notes the receipt in this browser, says so, and offers to forget it at once: the device may be somebody else's. */
export const KeepReport = ({ report, words, mineHref }: KeepReportProps) => {
  const [state, setState] = useState<State>('waiting')
  const { code, word, title, sentAt } = report

  useEffect(() => {
    const kept = writeKept(withReport(readKept(), { code, word, title, sentAt }))
    setState(kept ? 'remembered' : 'notRemembered')
  }, [code, word, title, sentAt])

  if (state === 'waiting') return null

  const forget = () => {
    writeKept(withoutReport(readKept(), code))
    setState('forgotten')
  }

  return (
    <div className="remark remark-plain screen-only" role="status">
      <Icon name="info" />
      <div>
        <p>{state === 'remembered' ? <a href={mineHref}>{words.remembered}</a> : words[state]}</p>
        {state === 'remembered' && (
          <button className="button button-text" type="button" onClick={forget}>
            {words.forget}
          </button>
        )}
      </div>
    </div>
  )
}
