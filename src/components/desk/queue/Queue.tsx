'use client'

import { useCallback, useEffect, useState } from 'react'
import type { QueueQuery, QueueSort, QueueVM } from '../types'
import { useToast } from '../ui/Toasts'
import { NowProvider, useWords } from '../words'
import { BulkBar, type BulkAct } from './Bulk'
import { BulkDialog } from './BulkDialog'
import { useColumns, useDensity } from './ColumnsMenu'
import { List } from './List'
import { Arrivals, GoneLine, ListFoot, ListHead } from './ListParts'
import { keepList, listed } from './came'
import { changed, queryString } from './query'
import { Sentence } from './Sentence'
import { useCursor } from './useCursor'
import { useQueue } from './useQueue'
import { useSelection } from './useSelection'
import { Views } from './Views'

/** The queue: views, filters as a sentence, the list, bulk acts, keys. The first page comes with the page. */
export const Queue = ({ view }: { view: QueueVM }) => {
  const say = useWords()
  const toast = useToast()
  const { state, change, reload, more, setViews } = useQueue(view)
  const { query, page, views, busy, arrivals } = state
  const [options, setOptions] = useState(view.options)
  const { selection, selected, onSelection, toggle, clear } = useSelection(page.rows)
  const [bulkAct, setBulkAct] = useState<BulkAct>()
  const [columns, setColumns] = useColumns()
  const [compact, setCompact] = useDensity()

  const open = useCallback((next: QueueQuery) => { clear(); change(next) }, [clear, change])
  const onFilter = (part: Partial<QueueQuery>, named?: Record<string, string>) => {
    if (named) setOptions((old) => ({ ...old, named: { ...old.named, ...named } }))
    open(changed(query, part))
  }
  const onSort = useCallback((sort: QueueSort) => open(changed(query, { sort })), [open, query])
  const onCompact = () => setCompact(!compact)
  const letIn = () => void reload()
  const cursor = useCursor({
    rows: page.rows, selected: selected.length, canAssign: view.can.assign, onToggle: toggle, onClear: clear,
    onBulk: () => setBulkAct('assign'), onDensity: onCompact, onArrivals: letIn,
  })
  const closeBulk = (didChange: boolean) => {
    setBulkAct(undefined)
    if (!didChange) return
    clear()
    toast(say('bulk.reread'))
    letIn()
  }
  const name = views.find(({ id }) => id === query.view)?.name ?? say('queue.title')
  useEffect(() => {
    const search = queryString(query)
    if (busy !== 'list') keepList({ href: search ? `${view.href}?${search}` : view.href, name, rows: listed(page.rows), total: page.counts?.all, ...(page.next ? { next: page.next } : {}) })
  }, [page, query, busy, name, view.href])
  const heading = say('queue.heading', { name })
  return (
    <NowProvider now={page.at}>
      <div className="split">
        <Views views={views} href={view.href} current={query.view} onOpen={open} />
        <main className="queue" id="main">
          <h1 className="hidden">{heading}</h1>
          <Sentence query={query} options={options} onChange={onFilter} />
          <section className="panel" aria-label={say('queue.list')} aria-busy={busy === 'list'} data-density={compact ? 'compact' : undefined}>
            <ListHead page={page} query={query} views={views} can={view.can} teams={view.teams} compact={compact} onCompact={onCompact} columns={columns} onColumns={setColumns} onViews={setViews} />
            <Arrivals count={arrivals} onShow={letIn} />
            <GoneLine gone={page.gone} />
            <List state={state} newHref={view.newHref} heading={heading} selection={selection} onSelection={onSelection} columns={columns}
              selectable={view.can.assign || view.can.tag} cursor={cursor} onSort={onSort} onRetry={letIn} onReset={() => open({})} />
            <ListFoot page={page} busy={busy === 'more'} onMore={() => void more()} />
          </section>
          {selected.length ? <BulkBar rows={selected} can={view.can} onClear={clear} onAct={setBulkAct} /> : null}
        </main>
      </div>
      {bulkAct ? <BulkDialog act={bulkAct} rows={selected} tags={options.tags} onClose={closeBulk} /> : null}
    </NowProvider>
  )
}
