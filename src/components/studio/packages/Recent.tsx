'use client'

import { useRef, useState } from 'react'
import type { PackagesView } from '../../../services/structure/package/packagesView'
import { ask, type Fault } from '../api'
import { FaultNote, Mark, minuteText } from '../kit'
import { useSay, useStudio } from '../words'

const TONES = { reading: 'info', refused: 'stop', staged: 'warn', applying: 'info', applied: 'ok', failed: 'stop', dropped: 'none' } as const

type Row = PackagesView['recent'][number]

/** Nothing that was applied, or is being applied, can be let go. */
const canGo = ({ state }: Row): boolean => state === 'refused' || state === 'staged' || state === 'failed'

/** The last imports; what was not applied can be let go here. */
export const Recent = ({ recent }: Pick<PackagesView, 'recent'>) => {
  const say = useSay('packages')
  const { lang, timeZone } = useStudio()
  const heading = useRef<HTMLHeadingElement>(null)
  const [gone, setGone] = useState<readonly string[]>([])
  const [told, setTold] = useState('')
  const [fault, setFault] = useState<Fault>()
  const [busy, setBusy] = useState(false)
  const rows = recent.filter(({ id }) => !gone.includes(id))
  const letGo = async ({ id, name }: Row) => {
    setBusy(true)
    setFault(undefined)
    const answer = await ask(`packages/${encodeURIComponent(id)}`, { method: 'DELETE' })
    setBusy(false)
    if (!answer.ok) return setFault(answer.fault)
    setGone((now) => [...now, id])
    setTold(say('recent.gone', { name: name || say('title') }))
    // the button that was pressed is no longer there
    heading.current?.focus()
  }
  return (
    <section className="panel" aria-labelledby="recent">
      <div className="panel-head"><h2 id="recent" ref={heading} tabIndex={-1}>{say('recent.heading')}</h2><p>{say('recent.hint')}</p></div>
      <FaultNote fault={fault} />
      <p role="status" className="sr">{told}</p>
      {rows.length === 0 ? <p className="panel-foot small muted">{say('recent.none')}</p> : (
        <ul className="rows package-recent">
          {rows.map((row) => {
            const { id, name, state, at, by } = row
            const called = name || say('title')
            return (
              <li key={id}>
                <Mark tone={TONES[state]}>{say(`recent.state.${state}`)}</Mark><a href={`/admin/structure/packages/${id}`}>{called}</a><span className="muted small">{minuteText(at, { lang, timeZone })} · {by}</span>
                {canGo(row) ? <button type="button" className="btn btn-small btn-quiet push" disabled={busy} aria-label={`${say('import.letGo')} · ${called}`} onClick={() => void letGo(row)}>{say('import.letGo')}</button> : null}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
