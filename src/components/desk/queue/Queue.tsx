'use client'

import { functionalUpdate, type RowSelectionState, type Updater } from '@tanstack/react-table'
import { useCallback, useMemo, useState } from 'react'
import { MatterTable } from '../../tables/MatterTable'
import type { QueueQuery, QueueSort, QueueVM } from '../types'
import { FaultBanner } from '../ui/Banner'
import { Bones } from '../ui/Empty'
import { useToast } from '../ui/Toasts'
import { NowProvider, useWords } from '../words'
import { BulkBar, type BulkAct } from './Bulk'
import { BulkDialog } from './BulkDialog'
import { useColumns, useDensity } from './ColumnsMenu'
import { DEFAULT_SORT } from './describe'
import { EmptyQueue } from './EmptyQueue'
import { Arrivals, ListFoot, ListHead } from './ListParts'
import { changed, conditionCount } from './query'
import { Sentence } from './Sentence'
import { useCursor } from './useCursor'
import { useQueue } from './useQueue'
import { Views } from './Views'

/** The queue: views, filters as a sentence, the list, bulk acts, keys. The first page comes with the page. */
export const Queue = ({ view }: { view: QueueVM }) => {
  const say = useWords()
  const toast = useToast()
  const { state, change, reload, more, setViews } = useQueue(view)
  const { query, page, views, busy, error, arrivals } = state
  const [options, setOptions] = useState(view.options)
  const [selection, setSelection] = useState<RowSelectionState>({})
  const [bulkAct, setBulkAct] = useState<BulkAct>()
  const [columns, setColumns] = useColumns()
  const [compact, setCompact] = useDensity()
  const selected = useMemo(() => page.rows.filter(({ id }) => selection[id]), [page.rows, selection])

  const onSelection = useCallback((updater: Updater<RowSelectionState>) => setSelection((old) => functionalUpdate(updater, old)), [])
  const open = useCallback((next: QueueQuery) => { setSelection({}); change(next) }, [change])
  const onFilter = (part: Partial<QueueQuery>, named?: Record<string, string>) => {
    if (named) setOptions((old) => ({ ...old, named: { ...old.named, ...named } }))
    open(changed(query, part))
  }
  const onSort = useCallback((sort: QueueSort) => open(changed(query, { sort })), [open, query])
  const cursor = useCursor({
    rows: page.rows, selected: selected.length, canAssign: view.can.assign,
    onToggle: (id) => setSelection(({ [id]: on, ...rest }) => (on ? rest : { ...rest, [id]: true })),
    onClear: () => setSelection({}),
    onBulk: () => setBulkAct('assign'),
    onDensity: () => setCompact(!compact),
    onArrivals: () => { if (arrivals) void reload() },
  })
  const closeBulk = (didChange: boolean) => {
    setBulkAct(undefined)
    if (!didChange) return
    setSelection({})
    toast(say('bulk.reread'))
    void reload()
  }
  const title = views.find(({ id }) => id === query.view)?.name ?? say('queue.title')
  return (
    <NowProvider now={page.at}>
      <div className="split">
        <Views views={views} href={view.href} current={query.view} onOpen={open} />
        <main className="queue" id="main">
          <h1 className="hidden">{say('queue.heading', { name: title })}</h1>
          <Sentence query={query} options={options} onChange={onFilter} />
          <section className="panel" aria-label={say('queue.list')} aria-busy={busy === 'list'} data-density={compact ? 'compact' : undefined}>
            <ListHead page={page} query={query} views={views} can={view.can} compact={compact} onCompact={() => setCompact(!compact)}
              columns={columns} onColumns={setColumns} onViews={setViews} />
            <Arrivals count={arrivals} onShow={() => void reload()} />
            {error ? <div className="inside"><FaultBanner error={error} onRetry={() => void reload()} /></div> : null}
            {busy === 'list' && !page.rows.length ? <Bones label={say('common.loading')} lines={9} /> : null}
            {page.rows.length ? (
              <MatterTable caption={say('queue.heading', { name: title })} rows={page.rows} sort={query.sort ?? DEFAULT_SORT} onSort={onSort} selection={selection} onSelection={onSelection}
                visibility={columns} selectable={view.can.assign || view.can.tag} cursor={cursor} />
            ) : null}
            {!page.rows.length && !busy && !error ? <EmptyQueue filtered={conditionCount(query) > 0} view={view} onReset={() => open({})} /> : null}
            <ListFoot page={page} busy={busy === 'more'} onMore={() => void more()} />
          </section>
          {selected.length ? <BulkBar rows={selected} can={view.can} onClear={() => setSelection({})} onAct={setBulkAct} /> : null}
        </main>
      </div>
      {bulkAct ? <BulkDialog act={bulkAct} rows={selected} tags={options.tags} onClose={closeBulk} /> : null}
    </NowProvider>
  )
}
