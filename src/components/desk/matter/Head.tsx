'use client'

import { useState } from 'react'
import type { Neighbours } from '../queue/came'
import { exactWord, whenWord } from '../time'
import type { MatterVM, PhaseVM } from '../types'
import { ClockCard } from '../ui/Clock'
import { Icon } from '../ui/icons'
import { Hidden, Key, pathWord, Tag, unitWord } from '../ui/marks'
import { useDesk, useWords } from '../words'
import { useBench } from './context'
import { CorrectDialog } from './CorrectDialog'
import { RestrictDialog } from './RestrictDialog'

/** Number, title, where it stands, and its limits. */
export const MatterHead = () => {
  const { matter } = useBench()
  const desk = useDesk()
  return (
    <>
      <Crumb />
      <header className="matter-head">
        <p className="row small"><b>{matter.number}</b><span className="muted">{placeLine(matter)}</span><HeadTags matter={matter} /></p>
        <h1>{matter.title}</h1>
        <p className="only-print small">{desk.say('matter.printed', { when: exactWord(desk.now, desk) })}</p>
        <Steps phases={matter.phases} />
      </header>
      {matter.clocks.length ? (
        <ul className="clocks" aria-label={desk.say('matter.clocks')}>
          {matter.clocks.map((clock) => <ClockCard key={clock.code} clock={clock} />)}
        </ul>
      ) : null}
    </>
  )
}

const placeLine = ({ category, unit, source, type }: MatterVM): string =>
  [pathWord(category), unit && unitWord(unit), source, type].filter(Boolean).join(' · ')

const HeadTags = ({ matter }: { matter: MatterVM }) => {
  const say = useWords()
  return (
    <>
      {matter.severity ? <Tag icon="flag">{matter.severity}</Tag> : null}
      {matter.restricted ? <Tag icon="lock" tone="warn">{say('matter.restricted')}</Tag> : null}
      <Tag icon="show">{matter.publicity}</Tag>
      {matter.returns > 0 ? <Tag icon="back">{say('queue.returnedTimes', { n: matter.returns })}</Tag> : null}
      {matter.round > 1 ? <Tag icon="undo">{say('matter.round', { n: matter.round })}</Tag> : null}
      {matter.outcome ? <Tag icon="check" tone="done">{matter.outcome}</Tag> : null}
    </>
  )
}

const Crumb = () => {
  const say = useWords()
  const { neighbours } = useBench()
  return (
    <nav className="crumb" aria-label={say('matter.crumb')}>
      <a href={neighbours?.listHref ?? '/desk/queue'}><Icon name="left" />{neighbours?.list || say('queue.title')}</a>
      {neighbours ? <Around neighbours={neighbours} /> : null}
      <MoreActs />
    </nav>
  )
}

const Around = ({ neighbours: { position, total, prev, next } }: { neighbours: Neighbours }) => {
  const say = useWords()
  return (
    <>
      {position && total ? <span>{say('matter.position', { n: position, all: total })}</span> : null}
      {prev ? <a href={prev} rel="prev">{say('matter.previous')} <Key>k</Key></a> : null}
      {next ? <a href={next} rel="next">{say('matter.next')} <Key>j</Key></a> : null}
    </>
  )
}

const MoreActs = () => {
  const say = useWords()
  const { matter } = useBench()
  const [dialog, setDialog] = useState<'correct' | 'restrict'>()
  const close = () => setDialog(undefined)
  return (
    <span className="row push">
      {matter.can.correct && matter.correct ? <button className="btn quiet small" type="button" onClick={() => setDialog('correct')}><Icon name="edit" />{say('matter.correct')}</button> : null}
      {matter.can.restrict ? (
        <button className="btn quiet small" type="button" aria-pressed={matter.restricted} onClick={() => setDialog('restrict')}>
          <Icon name="lock" />{say(matter.restricted ? 'matter.unrestrict' : 'matter.restrict')}
        </button>
      ) : null}
      <button className="btn quiet small only-wide" type="button" onClick={() => window.print()}><Icon name="print" />{say('matter.print')}</button>
      {dialog === 'correct' && matter.correct ? <CorrectDialog correct={matter.correct} onClose={close} /> : null}
      {dialog === 'restrict' ? <RestrictDialog onClose={close} /> : null}
    </span>
  )
}

const Steps = ({ phases }: { phases: PhaseVM[] }) => {
  const desk = useDesk()
  const { say } = desk
  return (
    <ol className="steps" aria-label={say('matter.phases')}>
      {phases.map(({ phase, name, state, at, note }) => (
        <li key={phase} className={state} aria-current={state === 'here' ? 'step' : undefined}>
          {name}
          <Hidden>{state === 'here' ? '' : say(`matter.phase.${state}`)}</Hidden>
          <small>
            {at === undefined ? null : <time dateTime={new Date(at).toISOString()} title={exactWord(at, desk)}>{say(state === 'here' ? 'matter.since' : 'matter.at', { when: whenWord(at, desk) })}</time>}
            {note ? <> {note}</> : null}
            {state === 'skipped' ? say('matter.skipped') : null}
          </small>
        </li>
      ))}
    </ol>
  )
}
