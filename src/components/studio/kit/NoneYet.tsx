'use client'

import { useState } from 'react'
import type { DefinitionKind } from '../../../domain/package/definitions'
import { createDraft, type Fault } from '../api'
import { useSay } from '../words'
import { FaultNote } from './FaultNote'
import { Icon } from './Icon'

type Props<D> = { kind: DefinitionKind; /** The one to begin with. */ first: D; words: { heading: string; text: string; make: string }; can: boolean }

/** An office that has none of a thing there is only one of, and how to begin. */
export const NoneYet = <D,>({ kind, first, words, can }: Props<D>) => {
  const studio = useSay('studio')
  const [fault, setFault] = useState<Fault>()
  const [busy, setBusy] = useState(false)
  const make = async () => {
    setBusy(true)
    const answer = await createDraft(kind, first)
    setBusy(false)
    setFault(answer.ok ? undefined : answer.fault)
    if (answer.ok) window.location.reload()
  }
  return (
    <div className="panel">
      <div className="empty">
        <b>{words.heading}</b>
        <p>{words.text}</p>
        {can ? <p className="bar empty-act"><button type="button" className="btn btn-main" disabled={busy} onClick={() => void make()}><Icon name="plus" />{words.make}</button></p> : <p>{studio('version.readOnly')}</p>}
      </div>
      <FaultNote fault={fault} />
    </div>
  )
}
