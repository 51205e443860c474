'use client'

import { useState } from 'react'
import { agoWord } from '../time'
import type { ApiError, ConflictDetail } from '../types'
import { Banner, FaultBanner } from '../ui/Banner'
import { useDesk } from '../words'
import { useBench } from './context'

/** Somebody changed it meanwhile: who, when, what; and that nothing typed is lost. */
export const ConflictNotice = () => {
  const desk = useDesk()
  const { say } = desk
  const { conflict, reload } = useBench()
  const [error, setError] = useState<ApiError>()
  if (!conflict) return null
  const last = conflict.events?.at(-1)
  const title = last ? say('conflict.by', { name: last.actor, when: agoWord(last.at, desk) }) : say('conflict.somebody')
  const goOn = async () => setError(await reload())
  return (
    <Banner tone="warn" live="alert" title={title} actions={<button className="btn small" type="button" onClick={() => void goOn()}>{say('conflict.goOn')}</button>}>
      <Changes conflict={conflict} />
      {error ? <FaultBanner error={error} /> : null}
    </Banner>
  )
}

const Changes = ({ conflict }: { conflict: ConflictDetail }) => {
  const desk = useDesk()
  const { changes = [], events = [] } = conflict
  return (
    <>
      {changes.length ? (
        <dl className="changes">
          {changes.map(({ field, before, after }) => (
            <div key={field}><dt>{field}</dt><dd><del>{before || desk.say('conflict.empty')}</del> → <ins>{after || desk.say('conflict.empty')}</ins></dd></div>
          ))}
        </dl>
      ) : null}
      {events.length ? <ul className="happened">{events.map(({ at, actor, text }) => <li key={`${at}${text}`}>{agoWord(at, desk)} <b>{actor}</b> {text}</li>)}</ul> : null}
    </>
  )
}
