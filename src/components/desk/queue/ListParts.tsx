'use client'

import type { ColumnVisibilityState } from '@tanstack/react-table'
import { timeWord } from '../time'
import type { QueuePage, QueueQuery, QueueVM, SavedView } from '../types'
import { Key } from '../ui/marks'
import { useDesk, useWords } from '../words'
import { ColumnsMenu } from './ColumnsMenu'
import { SaveView } from './SaveView'

type HeadProps = {
  page: QueuePage
  query: QueueQuery
  views: SavedView[]
  can: QueueVM['can']
  teams: QueueVM['teams']
  compact: boolean
  onCompact: () => void
  columns: ColumnVisibilityState
  onColumns: (value: ColumnVisibilityState) => void
  onViews: (views: SavedView[]) => void
}

/** How many, how many of them late, and how the list looks. */
export const ListHead = ({ page, query, views, can, teams, compact, onCompact, columns, onColumns, onViews }: HeadProps) => {
  const say = useWords()
  const { counts } = page
  const known = counts?.all ?? (page.rows.length || undefined)
  return (
    <header className="panel-head">
      <h2>{known === undefined ? say('queue.list') : say('queue.count', { n: known })} {counts ? <Counts counts={counts} /> : null}</h2>
      <div className="row push only-wide">
        {can.saveView ? <SaveView query={query} views={views} teams={teams} onViews={onViews} /> : null}
        <ColumnsMenu value={columns} onChange={onColumns} />
        <button className="btn quiet small" type="button" aria-pressed={compact} onClick={onCompact}>{say('queue.compact')} <Key>d</Key></button>
      </div>
    </header>
  )
}

const Counts = ({ counts }: { counts: NonNullable<QueuePage['counts']> }) => {
  const say = useWords()
  if (!counts.late && !counts.soon && !counts.paused) return null
  return (
    <span className="count">
      {say('queue.ofWhich')}{' '}
      {[
        counts.late ? <span key="late" className="late-text">{say('queue.late', { n: counts.late })}</span> : null,
        counts.soon ? <span key="soon" className="warn-text">{say('queue.soon', { n: counts.soon })}</span> : null,
        counts.paused ? <span key="paused">{say('queue.paused', { n: counts.paused })}</span> : null,
      ].filter(Boolean).flatMap((part, index) => (index ? [' · ', part] : [part]))}
    </span>
  )
}

/** A number that was searched and is not there any more: when it went, and by which rule. */
export const GoneLine = ({ gone }: { gone: QueuePage['gone'] }) => {
  const say = useWords()
  return gone ? <p className="inside" role="status">{gone.text} {gone.href ? <a href={gone.href}>{say('queue.goneMore')}</a> : null}</p> : null
}

/** New matters wait above the list; nothing moves under the finger until it is asked for. The region stands empty so that its words are read out. */
export const Arrivals = ({ count, onShow }: { count: number; onShow: () => void }) => {
  const say = useWords()
  return (
    <div role="status" className={count ? 'arrivals' : undefined}>
      {count ? (
        <>
          <span><b>{say('queue.arrived', { n: count })}</b>{say('queue.arrivedWait')}</span>
          <button className="btn small" type="button" onClick={onShow}>{say('queue.letIn')} <Key>.</Key></button>
        </>
      ) : null}
    </div>
  )
}

const KEYS = [['j', 'k', 'keys.move'], ['x', '', 'keys.select'], ['o', '', 'keys.open'], ['a', '', 'keys.acceptShort'], ['r', '', 'keys.routeShort'], ['?', '', 'keys.all']] as const

export const ListFoot = ({ page, busy, onMore }: { page: QueuePage; busy: boolean; onMore: () => void }) => {
  const desk = useDesk()
  const { say } = desk
  if (!page.rows.length) return null
  return (
    <div className="more">
      {page.next ? <button className="btn" type="button" aria-busy={busy} onClick={onMore}>{say(busy ? 'common.loading' : 'queue.more')}</button> : null}
      <span className="muted small" role="status">
        {say(page.next ? 'queue.shown' : 'queue.shownAll', { n: page.rows.length, all: page.counts?.all ?? page.rows.length, at: timeWord(page.at, desk) })}
      </span>
      <p className="keys push" aria-hidden="true">
        {KEYS.map(([key, second, words]) => <span key={key}><kbd>{key}</kbd> {second ? <><kbd>{second}</kbd> </> : null}{say(words)}</span>)}
      </p>
    </div>
  )
}
