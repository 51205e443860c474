'use client'

import { useCallback, useState, type ComponentType, type KeyboardEvent } from 'react'
import { createMatter, suggest } from '../api'
import { fieldWords } from '../faults'
import { useSearch } from '../hooks/useSearch'
import { newKey } from '../key'
import type { ApiError, NewMatterAnswer, NewMatterVM, SuggestAnswer } from '../types'
import { FaultBanner } from '../ui/Banner'
import { useDesk } from '../words'
import { Receipt } from './Receipt'
import { SheetFields, type QuestionsProps } from './SheetFields'
import { SheetFoot } from './SheetFoot'
import { Side } from './Side'
import { emptySheet, encodeSheet, sheetFaults, typeOf, type Sheet } from './state'

type NewProps = { view: NewMatterVM; Questions?: ComponentType<QuestionsProps> }

/** Asks while the clerk types: which category, what may be the same, where it would go. */
const useSuggestions = (sheet: Sheet): SuggestAnswer | undefined => {
  const facts = JSON.stringify({ text: sheet.text.trim(), unit: sheet.unit?.id, category: sheet.category || undefined })
  const run = useCallback((question: string, signal: AbortSignal) => suggest(JSON.parse(question) as { text: string }, signal), [])
  return useSearch<SuggestAnswer>(sheet.text.trim().length >= 4 ? facts : undefined, run).data
}

/** A new matter entered by staff for a resident: hotline, counter, patrol. */
export const NewMatter = ({ view, Questions }: NewProps) => {
  const desk = useDesk()
  const { say } = desk
  const [sheet, setSheet] = useState(() => emptySheet(view))
  const [key, setKey] = useState(view.key)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const [done, setDone] = useState<NewMatterAnswer>()
  const suggestions = useSuggestions(sheet)
  const type = typeOf(view, sheet.category)

  const own = sheetFaults(sheet, type)
  const errors: Record<string, string> = { ...fieldWords(error, desk) }
  if (tried) for (const [field, code] of Object.entries(own)) errors[field] = desk.sayMaybe(`field.${code}`) ?? code

  const send = async () => {
    setTried(true)
    if (busy || Object.keys(own).length) return
    setBusy(true)
    setError(undefined)
    const answer = await createMatter(encodeSheet(sheet, key), sheet.photos)
    setBusy(false)
    if (answer.ok) setDone(answer.data)
    else setError(answer.error)
  }
  const again = () => {
    setSheet(emptySheet(view, sheet.source))
    setKey(newKey())
    setTried(false)
    setDone(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void send()
  }
  if (done) return <Receipt answer={done} onAgain={again} />
  return (
    <main className="page" id="main">
      <div className="page-head">
        <h1>{view.applies ? say('new.applies', { service: view.applies.name }) : say('new.title')}</h1>
        {view.todayCount === undefined ? null : <p className="muted">{say('new.today', { n: view.todayCount + 1 })}</p>}
      </div>
      <div className="intake">
        <form className="panel" aria-label={say('new.title')} noValidate onKeyDown={onKeyDown} onSubmit={(event) => { event.preventDefault(); void send() }}>
          <SheetFields view={view} sheet={sheet} type={type} errors={errors} suggestions={suggestions} onChange={(change) => setSheet((old) => ({ ...old, ...change }))} Questions={Questions} />
          {error ? <div className="notice"><FaultBanner error={error} /></div> : null}
          <SheetFoot preview={suggestions?.preview} busy={busy} />
        </form>
        <Side suggestions={suggestions} />
      </div>
    </main>
  )
}
