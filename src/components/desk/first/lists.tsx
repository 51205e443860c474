'use client'

import type { ReactNode } from 'react'
import { keepList, listed } from '../queue/came'
import type { FirstScreenVM, MatterRow } from '../types'
import { ClockLine } from '../ui/Clock'
import { Empty } from '../ui/Empty'
import { ownerWord, Tag, unitWord } from '../ui/marks'
import { Panel } from '../ui/Panel'
import { useWords } from '../words'

type Key = FirstScreenVM['tallies'][number]['key']
type ListProps = { view: FirstScreenVM }

/** A matter on one line and a half: title, where it stands, and at its end a clock or what to do. */
const MatterLine = ({ row, meta, end }: { row: MatterRow; meta: ReactNode; end?: ReactNode }) => (
  <li className="line">
    <a className="line-title" href={row.href}>{row.title}</a>
    <p className="line-meta">{meta}</p>
    {end}
  </li>
)

const joined = (parts: (string | undefined)[]): string => parts.filter(Boolean).join(' · ')

const ClockedMeta = ({ row }: { row: MatterRow }) => {
  const say = useWords()
  const owner = ownerWord(row.owner)
  return <>{joined([row.number, row.unit && unitWord(row.unit), say(`phase.${row.phase}`)])} · <b>{owner ?? say('owner.nobody')}</b></>
}

const ListPanel = ({ view, name, children }: ListProps & { name: Key; children: (row: MatterRow) => ReactNode }) => {
  const say = useWords()
  const tally = view.tallies.find(({ key }) => key === name)
  const rows = view.lists[name] ?? []
  const all = tally?.count ?? rows.length
  const keep = () => keepList({ href: tally?.href ?? '/desk', name: say(`first.tally.${name}`), rows: listed(rows), total: all })
  return (
    <Panel title={say(`first.tally.${name}`)} count={rows.length ? say(rows.length < all ? `first.some.${name}` : 'first.all', { n: rows.length, all }) : undefined}
      corner={rows.length < all && tally ? <a className="small" href={tally.href}>{say('first.seeAll', { n: all })}</a> : undefined}>
      {rows.length ? <ul onClickCapture={keep}>{rows.map((row) => children(row))}</ul> : <Empty title={say(`first.none.${name}`)} hint={say(`first.noneHint.${name}`)} />}
    </Panel>
  )
}

const clockEnd = (row: MatterRow) => (row.clock ? <ClockLine clock={row.clock} /> : undefined)

export const LateList = ({ view }: ListProps) => (
  <ListPanel view={view} name="late">{(row) => <MatterLine key={row.id} row={row} meta={<ClockedMeta row={row} />} end={clockEnd(row)} />}</ListPanel>
)

export const SoonList = ({ view }: ListProps) => (
  <ListPanel view={view} name="soon">{(row) => <MatterLine key={row.id} row={row} meta={<ClockedMeta row={row} />} end={clockEnd(row)} />}</ListPanel>
)

const AssignLink = ({ row }: { row: MatterRow }) => {
  const say = useWords()
  return <div className="line-end"><a className="btn small" href={`${row.href}?do=assign`} aria-label={say('first.assignThis', { number: row.number })}>{say('first.assign')}</a></div>
}

export const NobodyList = ({ view }: ListProps) => {
  return (
    <ListPanel view={view} name="nobody">
      {(row) => (
        <MatterLine key={row.id} row={row} meta={joined([row.number, row.unit && unitWord(row.unit), row.note])}
          end={view.canAssign ? <AssignLink row={row} /> : undefined} />
      )}
    </ListPanel>
  )
}

export const ReturnedList = ({ view }: ListProps) => {
  const say = useWords()
  return (
    <ListPanel view={view} name="back">
      {(row) => (
        <MatterLine key={row.id} row={row} meta={<>{joined([row.number, row.note ?? (row.unit && unitWord(row.unit))])} · <b>{ownerWord(row.owner) ?? say('owner.nobody')}</b></>}
          end={<div className="line-end"><Tag icon="back">{say('first.returned', { n: row.returns })}</Tag></div>} />
      )}
    </ListPanel>
  )
}

export const TurnList = ({ view }: ListProps) => (
  <ListPanel view={view} name="turn">
    {(row) => <MatterLine key={row.id} row={row} meta={joined([row.number, row.step, row.unit && unitWord(row.unit)])} end={clockEnd(row)} />}
  </ListPanel>
)

export const MineList = ({ view }: ListProps) => (
  <ListPanel view={view} name="mine">
    {(row) => <MatterLine key={row.id} row={row} meta={joined([row.number, row.step, row.note])} end={clockEnd(row)} />}
  </ListPanel>
)
