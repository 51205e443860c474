'use client'

import { useCallback, useMemo, useState, type FormEvent } from 'react'
import { filesField } from '../../../domain/forms/names'
import { questionsOf } from '../../../domain/routines/edit'
import type { Answers, FormDef } from '../../../domain/forms/types'
import en from '../../../i18n/en/form.json'
import zh from '../../../i18n/zh/form.json'
import type { CheckVM } from '../../../services/routines/rounds/view'
import { FormRenderer } from '../../forms/FormRenderer.client'
import { shrinkPhoto } from '../../site/client/shrinkPhoto'
import type { ApiError } from '../types'
import { Banner } from '../ui/Banner'
import { Icon } from '../ui/icons'
import { useDesk } from '../words'
import { sendDone, type TakenPhoto } from './api'
import { answerErrors, RoundFault } from './faults'
import { MakeDialog } from './MakeDialog'
import { SkipDialog } from './SkipDialog'
import { RoundProvider, useRound, type RoundWords } from './words'

const WORDS = { zh, en }

/** After one place comes the next, else the round itself. */
const goOn = (view: CheckVM): void => window.location.assign(view.next?.href ?? view.round.href)

/** The photos chosen in the form, made as small as they are kept: a phone in a stairwell has little to send with. */
const takenIn = async (form: HTMLFormElement, def: FormDef): Promise<TakenPhoto[]> => {
  const chosen = questionsOf(def).filter(({ kind }) => kind === 'photo').flatMap(({ key }) => {
    const input = form.elements.namedItem(filesField(key))
    return input instanceof HTMLInputElement ? [...(input.files ?? [])].map((file) => ({ question: key, file })) : []
  })
  return Promise.all(chosen.map(async ({ question, file }) => ({ question, file: await shrinkPhoto(file) })))
}

const Sheet = ({ view }: { view: CheckVM }) => {
  const say = useRound()
  const { lang } = useDesk()
  const [answers, setAnswers] = useState(view.answers)
  const [skipping, setSkipping] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const errors = useMemo(() => answerErrors(error), [error])
  const told = useCallback((next: Answers) => setAnswers(next), [])
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const answer = await sendDone(view, answers, await takenIn(event.currentTarget, view.form))
    if (answer.ok) return goOn(view)
    setBusy(false)
    setError(answer.error)
  }
  return (
    <form className="panel register-form" noValidate onSubmit={(event) => void submit(event)}>
      <div className="form stack wide">
        <FormRenderer def={view.form} page={0} lang={lang} words={WORDS[lang]} fields={view.answers} errors={errors} photoSrc={view.photoSrc} onAnswers={told} />
        <RoundFault error={error} />
      </div>
      <div className="finish">
        <button className="btn main" type="submit" aria-busy={busy}><Icon name="check" />{say(busy ? 'saving' : 'save')}</button>
        <button className="btn" type="button" onClick={() => setSkipping(true)}>{say('skip')}</button>
      </div>
      {skipping ? <SkipDialog view={view} onDone={() => goOn(view)} onClose={() => setSkipping(false)} /> : null}
    </form>
  )
}

const FoundLine = ({ line: { label, text, photos } }: { line: CheckVM['found'][number] }) => {
  const say = useRound()
  return (
    <div>
      <dt>{label}</dt>
      <dd>{photos ? <span className="photos">{photos.map((src, at) => <a key={src} href={src}><img src={src} alt={say('photo', { label, n: at + 1 })} /></a>)}</span> : text}</dd>
    </div>
  )
}

/** What was found, for those who look, and for whoever wants to put it right. */
const Found = ({ view, onAgain }: { view: CheckVM; onAgain?: () => void }) => {
  const say = useRound()
  return (
    <section className="panel inside stack" aria-label={say(`state.${view.state}`)}>
      <p><b>{say(`state.${view.state}`)}</b> {view.by ? <span className="muted">{view.by}</span> : null}</p>
      {view.note ? <p>{view.note}</p> : null}
      {view.found.length > 0 ? <dl className="round-found">{view.found.map((line) => <FoundLine key={line.key} line={line} />)}</dl> : null}
      {onAgain ? <p><button type="button" className="btn" onClick={onAgain}><Icon name="edit" />{say('again')}</button></p> : null}
    </section>
  )
}

const Making = ({ view }: { view: CheckVM }) => {
  const say = useRound()
  const [open, setOpen] = useState(false)
  if (view.matter) return <Banner tone="done" title={<a href={view.matter.href}>{say('made', { number: view.matter.number })}</a>} />
  if (!view.make || view.state === 'open') return null
  if (view.make.types.length === 0) return <p className="small muted">{say('makeNone')}</p>
  return (
    <>
      <p><button type="button" className="btn" onClick={() => setOpen(true)}><Icon name="flag" />{say('make')}</button></p>
      {open ? <MakeDialog view={view} make={view.make} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

const Head = ({ view: { title, where, entryHref, round } }: { view: CheckVM }) => {
  const say = useRound()
  return (
    <div className="page-head">
      <div>
        <p className="small muted crumbs-line"><a href="/desk/rounds">{say('crumb')}</a> › <a href={round.href}>{round.title}</a></p>
        <h1>{title}</h1>
        <p className="muted">{where}{where && entryHref ? ' · ' : null}{entryHref ? <a href={entryHref}>{say('entry')}</a> : null}</p>
      </div>
    </div>
  )
}

const Check = ({ view }: { view: CheckVM }) => {
  const say = useRound()
  const [again, setAgain] = useState(false)
  const mayFill = view.mine && view.round.open
  const filling = mayFill && (view.state === 'open' || again)
  return (
    <main className="page rounds stack" id="main">
      <Head view={view} />
      {view.mine ? null : <Banner title={say('notYours', { who: view.round.who ?? say('everybody') })} />}
      {filling ? <Sheet view={view} /> : <Found view={view} {...(mayFill ? { onAgain: () => setAgain(true) } : {})} />}
      <Making view={view} />
      {view.next ? <p><a className="btn round-next" href={view.next.href}>{say('next', { name: view.next.title })}<Icon name="right" /></a></p> : null}
      <p><a href={view.round.href}>{say('back')}</a></p>
    </main>
  )
}

/** One place of a round on a phone: its checklist, or what was found. */
export const CheckPage = ({ view, words }: { view: CheckVM; words: RoundWords }) => <RoundProvider words={words}><Check view={view} /></RoundProvider>
