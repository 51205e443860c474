'use client'

import { useCallback, useMemo, useState, type FormEvent } from 'react'
import type { AnswerError, Answers } from '../../../domain/forms/types'
import en from '../../../i18n/en/form.json'
import zh from '../../../i18n/zh/form.json'
import type { Change, EntryFormVM, EntryInput } from '../../../services/registers/view'
import { FormRenderer } from '../../forms/FormRenderer.client'
import type { ApiError } from '../types'
import { Banner, FaultBanner } from '../ui/Banner'
import { Field, FieldGroup } from '../ui/Field'
import { useDesk } from '../words'
import { saveEntry } from './api'
import { Changes } from './Changes'
import { UnitField } from './UnitField'
import { RegisterProvider, useRegister, useRegisterMaybe, type RegisterWords } from './words'

const WORDS = { zh, en }
const KNOWN_CODE = /^[a-zA-Z]+$/

type Sheet = { code: string; unit: EntryFormVM['unit'] | null; unitTyped: string; address: string; lng: string; lat: string; reason: string }

const sheetOf = (view: EntryFormVM): Sheet => ({ code: view.code ?? '', unit: view.unit ?? null, unitTyped: '', address: view.address, lng: view.lng?.toString() ?? '', lat: view.lat?.toString() ?? '', reason: '' })

const answerErrors = (error: ApiError | undefined): AnswerError[] =>
  (error?.fields ?? []).flatMap(({ field, code, params }) => (field.startsWith('q.') && KNOWN_CODE.test(code) ? [{ key: field.slice(2), code: code as AnswerError['code'], ...(params ? { params } : {}) }] : []))

/** Words of the faults beside the register's own fields. */
const useFaults = (error: ApiError | undefined): Record<string, string> => {
  const own = useRegisterMaybe()
  const desk = useDesk()
  return Object.fromEntries((error?.fields ?? []).map(({ field, code, params }) => [field, own(`fault.${field}.${code}`, params) ?? own(`fault.${code}`, { value: '', ...params }) ?? desk.sayMaybe(`field.${code}`, params) ?? desk.say('field.wrong')]))
}

const Where = ({ view, sheet, faults, onChange }: { view: EntryFormVM; sheet: Sheet; faults: Record<string, string>; onChange: (change: Partial<Sheet>) => void }) => {
  const say = useRegister()
  return (
    <>
      {view.head.grid === 'none' ? null : (
        <Field label={say('desk.unit')} need={view.head.grid === 'required' ? '' : say('desk.optional')} fault={faults.unit}>
          {({ required: _required, ...control }) => <UnitField register={view.head.code} control={control} value={sheet.unit ?? null} onChange={(unit) => onChange({ unit })} onTyped={(unitTyped) => onChange({ unitTyped })} />}
        </Field>
      )}
      <Field label={say('desk.address')} need={say('desk.optional')} hint={say('desk.addressHint')} fault={faults.address}>
        {(control) => <input {...control} className="input" value={sheet.address} maxLength={200} autoComplete="off" onChange={(event) => onChange({ address: event.target.value })} />}
      </Field>
      <FieldGroup legend={say('desk.point')} need="" hint={say('desk.pointHint')} fault={faults.lng ?? faults.lat}>
        <div className="pair">
          <label className="small">{say('desk.lng')}<input className="input" inputMode="decimal" value={sheet.lng} maxLength={20} onChange={(event) => onChange({ lng: event.target.value })} /></label>
          <label className="small">{say('desk.lat')}<input className="input" inputMode="decimal" value={sheet.lat} maxLength={20} onChange={(event) => onChange({ lat: event.target.value })} /></label>
        </div>
      </FieldGroup>
    </>
  )
}

type Conflict = { revision: number; by: string; changes: Change[] }

const conflictOf = (error: ApiError | undefined): Conflict | undefined => {
  if (error?.code !== 'conflict' || typeof error.detail?.revision !== 'number') return undefined
  return { revision: error.detail.revision, by: typeof error.detail.by === 'string' ? error.detail.by : '', changes: (error.detail.changes ?? []) as Change[] }
}

/** Somebody saved it meanwhile: what differs, and what to do. Nothing typed is lost. */
const ConflictNote = ({ conflict, href, onOverwrite }: { conflict: Conflict; href: string; onOverwrite: () => void }) => {
  const say = useRegister()
  const actions = (
    <>
      <a className="btn small" href={href} target="_blank" rel="noreferrer">{say('desk.takeTheirs')}</a>
      <button type="button" className="btn small" onClick={onOverwrite}>{say('desk.overwrite')}</button>
    </>
  )
  return (
    <Banner tone="warn" live="alert" title={say('desk.conflict', { by: conflict.by })} actions={actions}>
      {conflict.changes.length > 0 ? <><p>{say('desk.conflictWhat')}</p><Changes changes={conflict.changes} /></> : null}
    </Banner>
  )
}

/** What is no number stays none: the server says so. */
const degreesOf = (text: string): number | null => (text.trim() === '' ? null : Number(text))

const inputOf = (sheet: Sheet, answers: Answers, revision: number | undefined): EntryInput => ({
  answers, unit: sheet.unit?.id ?? (sheet.unitTyped.trim() || null), address: sheet.address, lng: degreesOf(sheet.lng), lat: degreesOf(sheet.lat),
  ...(sheet.code ? { code: sheet.code } : {}), ...(sheet.reason ? { reason: sheet.reason } : {}), ...(revision === undefined ? {} : { revision }),
})

const useSave = (view: EntryFormVM) => {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const save = async (sheet: Sheet, answers: Answers, revision = view.revision) => {
    if (busy) return
    setBusy(true)
    const answer = await saveEntry(view.head.code, inputOf(sheet, answers, revision), view.code)
    if (answer.ok) return window.location.assign(answer.data.href)
    setBusy(false)
    setError(answer.error)
  }
  return { busy, error, save }
}

const Sheet = ({ view }: { view: EntryFormVM }) => {
  const say = useRegister()
  const { lang } = useDesk()
  const [sheet, setSheet] = useState(() => sheetOf(view))
  const [answers, setAnswers] = useState(view.answers as Answers)
  const { busy, error, save } = useSave(view)
  const faults = useFaults(error)
  const errors = useMemo(() => answerErrors(error), [error])
  const onAnswers = useCallback((next: Answers) => setAnswers(next), [])
  const conflict = conflictOf(error)
  const change = (part: Partial<Sheet>) => setSheet((old) => ({ ...old, ...part }))
  const submit = (event: FormEvent) => { event.preventDefault(); void save(sheet, answers) }
  return (
    <form className="panel register-form" noValidate onSubmit={submit}>
      <div className="form stack wide">
        <FormRenderer def={view.form} page={0} lang={lang} words={WORDS[lang]} fields={view.answers} errors={errors} onAnswers={onAnswers} />
        <Where view={view} sheet={sheet} faults={faults} onChange={change} />
        {view.code === undefined ? (
          <Field label={say('desk.code')} need={say('desk.optional')} hint={say('desk.codeHint', { code: view.proposed })} fault={faults.code}>
            {(control) => <input {...control} className="input" value={sheet.code} maxLength={64} autoComplete="off" onChange={(event) => change({ code: event.target.value })} />}
          </Field>
        ) : (
          <Field label={say('desk.reason')} need={say('desk.optional')}>
            {(control) => <input {...control} className="input" value={sheet.reason} maxLength={500} autoComplete="off" onChange={(event) => change({ reason: event.target.value })} />}
          </Field>
        )}
        {conflict ? <ConflictNote conflict={conflict} href={view.backHref} onOverwrite={() => void save(sheet, answers, conflict.revision)} /> : null}
        {error && !conflict ? (error.fields?.length ? <Banner tone="late" live="alert" title={say('desk.faults', { n: error.fields.length })} /> : <FaultBanner error={error} />) : null}
      </div>
      <div className="finish">
        <button className="btn main" type="submit" aria-busy={busy}>{busy ? say('desk.saving') : say('desk.save')}</button>
        <a className="btn quiet" href={view.backHref}>{say('desk.cancel')}</a>
      </div>
    </form>
  )
}

/** The sheet on which an entry is written, drawn by the same form engine as every form. */
export const EntryForm = ({ view, words }: { view: EntryFormVM; words: RegisterWords }) => (
  <RegisterProvider words={words}>
    <main className="page register" id="main">
      <Heading view={view} />
      <Sheet view={view} />
    </main>
  </RegisterProvider>
)

const Heading = ({ view }: { view: EntryFormVM }) => {
  const say = useRegister()
  return (
    <div className="page-head register-head">
      <div>
        <p className="small muted crumbs-line"><a href="/desk/registers">{say('desk.crumb')}</a> › <a href={view.head.href}>{view.head.name}</a></p>
        <h1>{view.code === undefined ? say('desk.newTitle', { register: view.head.name }) : say('desk.editTitle', { title: view.title ?? view.code })}</h1>
      </div>
    </div>
  )
}
