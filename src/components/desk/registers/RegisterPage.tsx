'use client'

import { useState } from 'react'
import type { RegisterVM } from '../../../services/registers/view'
import type { ApiError } from '../types'
import { FaultBanner } from '../ui/Banner'
import { Empty } from '../ui/Empty'
import { Icon } from '../ui/icons'
import { useDesk } from '../words'
import { readEntries } from './api'
import { Columns, useChosenColumns } from './Columns'
import { columnChoices, EntryTable, shownAtFirst } from './EntryTable'
import { Filters } from './Filters'
import { hrefWith, narrows, queryParams } from './query'
import { Sign } from './signs'
import { RegisterProvider, useRegister, type RegisterWords } from './words'

const fileHref = ({ head, query }: RegisterVM, format: string): string => {
  const params = queryParams(query)
  params.set('format', format)
  return `/desk/api/registers/${encodeURIComponent(head.code)}/file?${params.toString()}`
}

const Tools = ({ view }: { view: RegisterVM }) => {
  const say = useRegister()
  const { head, query } = view
  return (
    <div className="row register-tools">
      <a className="btn quiet small" href={hrefWith(`${head.href}/map`, query)}><Icon name="pin" />{say('desk.map')}</a>
      {head.open ? <a className="btn quiet small" href={hrefWith(`${head.href}/qr`, query)}><Icon name="print" />{say('desk.qr')}</a> : null}
      <a className="btn quiet small" href={fileHref(view, 'xlsx')} download><Icon name="down" />{say('desk.xlsx')}</a>
      <a className="btn quiet small" href={fileHref(view, 'csv')} download><Icon name="down" />{say('desk.csv')}</a>
      {head.canEdit ? <a className="btn quiet small" href={`${head.href}/import`}><Icon name="inbox" />{say('desk.importing')}</a> : null}
    </div>
  )
}

const Intro = ({ view: { head } }: { view: RegisterVM }) => {
  const say = useRegister()
  const parts = [head.subject, say('desk.version', { n: head.version }), say(head.open ? 'desk.public' : 'desk.internal'), head.review].filter(Boolean)
  return (
    <div className="page-head register-head">
      <div>
        <p className="small muted crumbs-line"><a href="/desk/registers">{say('desk.crumb')}</a> › {head.subject}</p>
        <h1>{head.symbol ? <Sign symbol={head.symbol} /> : null}{head.name}</h1>
        {head.intro ? <p className="muted">{head.intro}</p> : null}
        <p className="small muted">{parts.join(' · ')}{head.publicHref ? <> · <a href={head.publicHref}>{say('desk.publicPage')}</a></> : null}</p>
      </div>
      {head.canEdit ? <div className="row push"><a className="btn main" href={`${head.href}/new`}><Icon name="plus" />{say('desk.new')}</a></div> : null}
    </div>
  )
}

/** More rows of the list, asked for as the reader wants them. */
const useRows = (view: RegisterVM) => {
  const [page, setPage] = useState(view.page)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const more = async () => {
    if (!page.next || busy) return
    setBusy(true)
    const answer = await readEntries(view.head.code, queryParams(view.query).toString(), page.next)
    setBusy(false)
    if (answer.ok) setPage({ ...answer.data, rows: [...page.rows, ...answer.data.rows], total: page.total })
    setError(answer.ok ? undefined : answer.error)
  }
  return { page, busy, error, more }
}

const List = ({ view }: { view: RegisterVM }) => {
  const say = useRegister()
  const desk = useDesk()
  const { page, busy, error, more } = useRows(view)
  const choices = columnChoices(view.columns, view.titleKey, say).filter(({ id }) => (view.head.grid === 'none' ? id !== 'unit' : true)).filter(({ id }) => (view.head.review ? true : id !== 'reviewDue'))
  const [visibility, setVisibility] = useChosenColumns(view.head.code, shownAtFirst(choices, view.head.review !== undefined))
  const left = (page.total ?? 0) - page.rows.length
  return (
    <section className="panel" aria-label={say('desk.caption', { name: view.head.name })}>
      <header className="panel-head">
        <h2>{say('desk.total', { n: page.total ?? page.rows.length })}</h2>
        <div className="row push"><Columns choices={choices} value={visibility} onChange={setVisibility} /></div>
      </header>
      {page.rows.length === 0 ? <Nothing view={view} /> : <EntryTable caption={say('desk.caption', { name: view.head.name })} rows={page.rows} choices={choices} visibility={visibility} query={view.query} path={view.head.href} />}
      {error ? <div className="notice"><FaultBanner error={error} reading onRetry={() => void more()} /></div> : null}
      {page.next ? <div className="inside"><button type="button" className="btn" aria-busy={busy} onClick={() => void more()}>{busy ? say('desk.moreBusy') : say('desk.more', { n: Math.max(1, left) })}</button></div> : null}
      <p className="hidden" role="status">{busy ? desk.say('common.loading') : ''}</p>
    </section>
  )
}

const Nothing = ({ view: { head, query } }: { view: RegisterVM }) => {
  const say = useRegister()
  if (narrows(query)) return <Empty icon="search" title={say('desk.nothing')} hint={say('desk.nothingHint')} />
  return <Empty icon="list" title={say('desk.empty')} hint={head.canEdit ? say('desk.emptyHint') : undefined} />
}

/** A register: its entries as a table, narrowed by conditions, with the ways in and out. */
export const RegisterPage = ({ view, words }: { view: RegisterVM; words: RegisterWords }) => (
  <RegisterProvider words={words}>
    <main className="page register" id="main">
      <Intro view={view} />
      <Filters view={view} path={view.head.href} />
      <Tools view={view} />
      <List view={view} />
    </main>
  </RegisterProvider>
)
