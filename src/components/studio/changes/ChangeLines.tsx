'use client'

import type { ChangeLine } from '../../../services/structure/changes/list'
import { Mark, minuteText } from '../kit'
import { useSay, useStudio } from '../words'

const TONES = { batch: 'info', created: 'ok', updated: 'info', deleted: 'stop', published: 'ok' } as const

const KindMark = ({ line: { kind, count, number = 0 } }: { line: ChangeLine }) => {
  const say = useSay('packages')
  const words = kind === 'batch' ? say('changes.batch', { count }) : kind === 'published' ? say('changes.published', { number }) : say(`changes.${kind}`)
  return <Mark tone={TONES[kind]}>{words}</Mark>
}

/** What was changed, and what it has to do with other changes. */
export const ChangeHead = ({ line }: { line: ChangeLine }) => {
  const say = useSay('packages')
  return (
    <p className="change-head">
      <KindMark line={line} />
      <span>{line.kind === 'batch' ? null : `${line.table} `}<b>{line.label}</b></span>
      {line.undoneBy ? <Mark tone="none">{say('changes.undone')}</Mark> : null}
      {line.undoes ? <Mark tone="none">{say('changes.undoes')}</Mark> : null}
      {line.batch ? <span className="small muted">{say('changes.ofBatch')}</span> : null}
    </p>
  )
}

/** When, by whom, and why, where anybody said it. */
export const ChangeFoot = ({ line }: { line: ChangeLine }) => {
  const say = useSay('packages')
  const studio = useStudio()
  return (
    <p className="small muted">
      {minuteText(line.at, studio)} · {line.by ?? say('changes.system')} · {line.reason ? <span className="change-why">{say('changes.because', { reason: line.reason })}</span> : say('changes.noReason')}
    </p>
  )
}

/** What differs, one thing a line. */
export const Differences = ({ line: { values, more } }: { line: Pick<ChangeLine, 'values' | 'more'> }) => {
  const say = useSay('packages')
  if (values.length === 0) return null
  return (
    <ul className="diff-values small">
      {values.map(({ label, before, after }, at) => (
        <li key={`${at} ${label}`}>{label}{before === undefined ? null : <> <del>{before}</del></>}{before === undefined || after === undefined ? null : ' →'}{after === undefined ? null : <> <ins>{after}</ins></>}</li>
      ))}
      {more > 0 ? <li className="muted">{say('changes.more', { count: more })}</li> : null}
    </ul>
  )
}
