'use client'

import { Fragment, type ReactNode } from 'react'
import { PHASES, type Phase } from '../../../domain/workflow/types'
import { agoWord, exactWord, whenWord } from '../time'
import type { NodeRef, OwnerVM } from '../types'
import { useDesk, useWords } from '../words'
import { Icon, type IconName } from './icons'

/** A phase: six ticks, the present one tall, and its word. */
export const PhaseMark = ({ phase, word }: { phase: Phase; word?: string }) => {
  const say = useWords()
  const here = PHASES.indexOf(phase)
  const done = phase === 'archive'
  return (
    <span className={done ? 'phase done' : 'phase'}>
      {done ? <Icon name="check" /> : (
        <svg viewBox="0 0 23 10" aria-hidden="true" focusable="false">
          {PHASES.map((name, index) => (
            <rect key={name} className={index > here ? 'rest' : undefined} x={index * 4} y={index === here ? 0 : 5} width="3" height={index === here ? 10 : 5} />
          ))}
        </svg>
      )}
      <span>{word ?? say(`phase.${phase}`)}</span>
    </span>
  )
}

/** Person first, then unit or team; nobody is a dashed frame with a word, never an empty cell. */
export const OwnerMark = ({ owner }: { owner: OwnerVM | null }) => {
  const say = useWords()
  const first = ownerWord(owner)
  if (!owner || !first) return <span className="nobody">{say('owner.nobody')}</span>
  const second = secondLine(owner) || (owner.person ? '' : say('owner.noPerson'))
  return (
    <span className="who">
      <b>{first}</b>
      {second ? <small>{second}</small> : null}
    </span>
  )
}

/** Below a person: where they belong, and what is to be known of them. */
const secondLine = ({ person, team, unit, hint }: OwnerVM): string => [person ? (team ?? unit)?.name : undefined, hint].filter(Boolean).join(' · ')

/** One line of it, for meta lines. */
export const ownerWord = (owner: OwnerVM | null): string | undefined => owner?.person?.name ?? owner?.team?.name ?? owner?.unit?.name

/** "A › B". */
export const pathWord = ({ above, name }: NodeRef): string => [...above, name].join(' › ')

/** Of the territory the two nearest levels say the most. */
export const unitWord = ({ above, name }: NodeRef): string => [...above.slice(-1), name].join(' › ')

export const When = ({ at, ago }: { at: number; ago?: boolean }) => {
  const desk = useDesk()
  return (
    <time dateTime={new Date(at).toISOString()} title={exactWord(at, desk)}>
      {ago ? agoWord(at, desk) : whenWord(at, desk)}
    </time>
  )
}

export const Tag = ({ icon, tone, children }: { icon?: IconName; tone?: 'late' | 'warn' | 'done'; children: ReactNode }) => (
  <span className={tone ? `tag ${tone}` : 'tag'}>
    {icon ? <Icon name={icon} /> : null}
    {children}
  </span>
)

export const Key = ({ children }: { children: ReactNode }) => <kbd aria-hidden="true">{children}</kbd>

/** A text with slots, where the slots are elements: the order of words stays the dictionary's. */
export const Rich = ({ text, parts }: { text: string; parts: Record<string, ReactNode> }) => (
  <>
    {text.split(/\{(\w+)\}/).map((piece, index) => (
      // The pieces of a text never move: odd ones are slots.
      <Fragment key={index}>{index % 2 ? parts[piece] : piece}</Fragment>
    ))}
  </>
)

export const Hidden = ({ children }: { children: ReactNode }) => <span className="hidden">{children}</span>
