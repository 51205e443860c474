'use client'
import { useEffect, useState, type ReactNode } from 'react'
import { speaksOfEmergency } from '../../../domain/matter/emergency'

export type EmergencyWatchProps = {
  /** Id of the input it reads. */
  target: string
  /** What the server found in the text as it was sent. */
  found: boolean
  calm: ReactNode
  alarm: ReactNode
}

/** Tells of 110, 119 and 120 while the text is written: whoever needs them should not have to send a page first. */
export const EmergencyWatch = ({ target, found, calm, alarm }: EmergencyWatchProps) => {
  const [speaks, setSpeaks] = useState(found)

  useEffect(() => {
    const input = document.getElementById(target)
    if (!(input instanceof HTMLTextAreaElement)) return
    const read = () => setSpeaks(speaksOfEmergency(input.value))
    input.addEventListener('input', read)
    return () => input.removeEventListener('input', read)
  }, [target])

  return speaks ? alarm : calm
}
