'use client'

import { useCallback, useEffect, useReducer, useRef } from 'react'
import { readArrivals, readQueue, readViews } from '../api'
import { useEvery } from '../hooks/useEvery'
import type { ApiError, QueuePage, QueueQuery, QueueVM, SavedView } from '../types'
import { parseQuery, queryString, sameQuery } from './query'

export type QueueState = {
  query: QueueQuery
  page: QueuePage
  /** The question that the rows in `page` answer. */
  shownFor: QueueQuery
  views: SavedView[]
  busy?: 'list' | 'more'
  error?: ApiError
  arrivals: number
}

type Event =
  | { kind: 'asked'; query: QueueQuery }
  | { kind: 'asking-more' }
  | { kind: 'came'; page: QueuePage }
  | { kind: 'more-came'; page: QueuePage }
  | { kind: 'failed'; error: ApiError }
  | { kind: 'arrivals'; count: number }
  | { kind: 'views'; views: SavedView[] }

/** Rows already shown stay where they are; a row that comes twice (it moved meanwhile) is kept once. */
const joined = (page: QueuePage, more: QueuePage): QueuePage => {
  const known = new Set(page.rows.map(({ id }) => id))
  return { ...page, next: more.next, rows: [...page.rows, ...more.rows.filter(({ id }) => !known.has(id))] }
}

/** Rows of another question under the present filters would mislead, in bulk acts most of all. */
const withoutForeignRows = (state: QueueState): QueueState =>
  sameQuery(state.query, state.shownFor) ? state : { ...state, shownFor: state.query, page: { rows: [], at: state.page.at } }

export const queueReducer = (state: QueueState, event: Event): QueueState => {
  switch (event.kind) {
    case 'asked': return { ...state, query: event.query, busy: 'list', error: undefined }
    case 'asking-more': return { ...state, busy: 'more', error: undefined }
    case 'came': return { ...state, page: event.page, shownFor: state.query, busy: undefined, arrivals: 0 }
    case 'more-came': return { ...state, page: joined(state.page, event.page), busy: undefined }
    case 'failed': return { ...withoutForeignRows(state), error: event.error, busy: undefined }
    case 'arrivals': return { ...state, arrivals: event.count }
    case 'views': return { ...state, views: event.views }
  }
}

const POLL_MS = 60_000

/** A queue: its query lives in the address, its pages come by cursor, new arrivals are counted and wait. */
export const useQueue = (vm: QueueVM) => {
  const [state, send] = useReducer(queueReducer, { query: vm.query, shownFor: vm.query, page: vm.page, views: vm.views, arrivals: 0 })
  const running = useRef<AbortController>(undefined)

  const ask = useCallback(async (query: QueueQuery, after?: string) => {
    running.current?.abort()
    const giveUp = new AbortController()
    running.current = giveUp
    send(after ? { kind: 'asking-more' } : { kind: 'asked', query })
    const answer = await readQueue(query, { after, signal: giveUp.signal })
    if (giveUp.signal.aborted) return
    if (!answer.ok) send({ kind: 'failed', error: answer.error })
    else send({ kind: after ? 'more-came' : 'came', page: answer.data })
  }, [])

  const change = useCallback((query: QueueQuery) => {
    const search = queryString(query)
    window.history.pushState(null, '', search ? `${vm.href}?${search}` : vm.href)
    void ask(query)
  }, [ask, vm.href])

  useEffect(() => {
    const back = () => void ask(parseQuery(window.location.search))
    window.addEventListener('popstate', back)
    return () => {
      window.removeEventListener('popstate', back)
      running.current?.abort()
    }
  }, [ask])

  const { query, page } = state
  useEvery(POLL_MS, async (signal) => {
    const [arrivals, views] = await Promise.all([readArrivals(query, page.at, signal), readViews(signal)])
    if (signal.aborted) return
    if (arrivals.ok) send({ kind: 'arrivals', count: arrivals.data.count })
    if (views.ok) send({ kind: 'views', views: views.data.views })
  })

  const reload = useCallback(() => ask(query), [ask, query])
  const more = useCallback(() => (page.next ? ask(query, page.next) : Promise.resolve()), [ask, query, page.next])
  const setViews = useCallback((views: SavedView[]) => send({ kind: 'views', views }), [])
  return { state, change, reload, more, setViews }
}
