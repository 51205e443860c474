'use client'

import { faultWords } from '../faults'
import type { ApiError } from '../types'
import { Banner } from '../ui/Banner'
import { useDesk } from '../words'

export const HiddenFields = ({ values }: { values?: Record<string, string> }) => (
  <>
    {Object.entries(values ?? {}).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
  </>
)

/** An error of a plain form; the server may bring its own words. */
export const EntryFault = ({ error }: { error?: ApiError & { text?: string } }) => {
  const desk = useDesk()
  if (!error) return null
  const { title, advice } = faultWords(error, desk)
  return (
    <Banner tone="late" live="alert" title={error.text ?? title}>
      {error.text ? null : <p>{advice}</p>}
      {error.reference ? <p className="small">{desk.say('common.reference', { ref: error.reference })}</p> : null}
    </Banner>
  )
}
