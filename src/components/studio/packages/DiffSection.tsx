'use client'

import { useState } from 'react'
import type { LineView } from '../../../services/structure/package/importView'
import { Differences } from '../changes/ChangeLines'
import { Mark } from '../kit'
import { useSay } from '../words'

const TONES = { added: 'ok', changed: 'info', removed: 'stop' } as const

/** Lines that are shown at first. */
const FIRST = 6

/** What is in use first, then what goes, what changes, what is new. */
const WEIGHT = { removed: 1, changed: 2, added: 3 } as const
const weightOf = ({ kind, inUse }: LineView): number => (inUse ? 0 : WEIGHT[kind])

/** What becomes of a row that goes, and where it is used. */
const Fate = ({ line: { kind, fate, inUse, uses } }: { line: LineView }) => {
  const say = useSay('packages')
  if (kind !== 'removed') return null
  return (
    <p className="small">
      {inUse ? <Mark tone="warn">{fate}</Mark> : <span className="muted">{fate ?? say('import.goneRow')}</span>}
      {uses ? <> {say('import.usedBy', { places: uses })}</> : null}
    </p>
  )
}

const Line = ({ line, alone }: { line: LineView; /** The section holds this once: its head has named it. */ alone: boolean }) => {
  const say = useSay('packages')
  return (
    <li>
      {alone ? null : <p className="change-head"><Mark tone={TONES[line.kind]}>{say(`import.${line.kind}`)}</Mark><b>{line.name}</b></p>}
      <Differences line={line} />
      <Fate line={line} />
      {line.flight > 0 ? <p className="small muted">{say('import.flight', { count: line.flight })}</p> : null}
    </li>
  )
}

/** What differs in one section: the weightiest first, the rest behind a button. */
export const DiffSection = ({ name, lines, whole }: { name: string; lines: readonly LineView[]; /** Every line is asked for. */ whole: boolean }) => {
  const say = useSay('packages')
  const [asked, setAsked] = useState(false)
  const all = whole || asked
  const own = [...lines].sort((one, other) => weightOf(one) - weightOf(other))
  return (
    <>
      <ul className="change-list">{(all ? own : own.slice(0, FIRST)).map((line, at) => <Line key={`${line.kind} ${line.name} ${at}`} line={line} alone={line.name === name} />)}</ul>
      {!all && own.length > FIRST ? <p className="panel-pad"><button type="button" className="btn btn-quiet btn-small" onClick={() => setAsked(true)}>{say('import.showAll', { count: own.length - FIRST })}</button></p> : null}
    </>
  )
}
