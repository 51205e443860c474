'use client'
import { useLayoutEffect, useState } from 'react'
import { Icon } from '../../ui/Icon'
import type { KeptReport } from '../types'
import { readKept, useKept, withReport, withoutReport, writeKept } from './keptReports'

export type KeepReportProps = {
  report: KeptReport
  words: { remembered: string; forget: string; forgotten: string; notRemembered: string }
  mineHref: string
}

/** Said once in this tab, so that reading the page again does not note it again. */
const declined = {
  name: (code: string): string => `portal.declined.${code}`,
  is: (code: string): boolean => {
    try {
      return window.sessionStorage.getItem(declined.name(code)) !== null
    } catch {
      return false // without storage nothing is noted either
    }
  },
  say: (code: string): boolean => {
    try {
      window.sessionStorage.setItem(declined.name(code), '1')
      return true
    } catch {
      return false
    }
  },
}

/** Notes the receipt in this browser, says so, and offers to forget it at once: the device may be somebody else's. */
export const KeepReport = ({ report, words, mineHref }: KeepReportProps) => {
  const kept = useKept()
  const [forgotten, setForgotten] = useState(false)
  const { code, word, title, sentAt } = report

  useLayoutEffect(() => {
    if (!declined.is(code)) writeKept(withReport(readKept(), { code, word, title, sentAt }))
  }, [code, word, title, sentAt])

  if (!kept) return null

  const forget = () => {
    declined.say(code)
    setForgotten(writeKept(withoutReport(readKept(), code)))
  }

  const remembered = kept.some((each) => each.code === code)
  return (
    <div className="remark remark-plain screen-only" role="status">
      <Icon name="info" />
      <div>
        {remembered ? (
          <>
            <p>
              <a href={mineHref}>{words.remembered}</a>
            </p>
            <button className="button button-text" type="button" onClick={forget}>
              {words.forget}
            </button>
          </>
        ) : (
          <p>{forgotten || declined.is(code) ? words.forgotten : words.notRemembered}</p>
        )}
      </div>
    </div>
  )
}
