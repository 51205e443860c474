'use client'

import { useEffect, useLayoutEffect, type FormEvent, type RefObject } from 'react'
import { useForm, useWatch, type UseFormRegister } from 'react-hook-form'
import type { RawAnswers } from '../../domain/forms/parse'
import type { AnswerError, Answers, FormDef } from '../../domain/forms/types'
import { validatePage, type Validation } from '../../domain/forms/validate'
import { useInBrowser } from '../site/client/useInBrowser'
import type { Bind, Bound } from './bind'
import { rawOf, slotOf, valuesIn, valuesOf, type FormValues } from './formValues'
import { whenReleased } from './whenReleased'

export type LiveInput = {
  def: FormDef
  page: number
  fields: RawAnswers
  before: Answers
  /** Faults the server found in `fields`. */
  errors: readonly AnswerError[]
  /** An element inside the form that is sent. */
  box: RefObject<HTMLElement | null>
}

export type Live = {
  /** Joins an input to the live form by its name in the page. */
  bind: Bind
  /** What stands in the inputs now, and what the validation says of it. Undefined until the page is alive. */
  now?: RawAnswers
  validation: Validation
  /** Faults to show: the server's until the answer changes, then those of answers that were left, after a try to send all of them. */
  errors: readonly AnswerError[]
  onFiles: (event: FormEvent<HTMLElement>) => void
}

type Told = { type: string; target: { type: string; value: string } }

/** An input keeps the name that is sent; the live form knows it by the slot of its question. */
const bindBy = (register: UseFormRegister<FormValues>): Bind => (name): Bound => {
  const slot = `q.${slotOf(name.slice('q.'.length))}` as const
  const { ref, onChange, onBlur } = register(slot)
  const tell = (hear: typeof onChange) => ({ type, target }: Told) => void hear({ type, target: { name: slot, type: target.type, value: target.value } })
  return { name, ref, onChange: tell(onChange), onBlur: (told) => whenReleased(() => tell(onBlur)(told)) }
}

const isMissing = ({ code }: AnswerError) => code === 'required' || code === 'tooFew'

const has = (marks: unknown, key: string): boolean =>
  typeof marks === 'object' && marks !== null && Object.hasOwn(marks, key) && Boolean((marks as Record<string, unknown>)[key])

/** The answers of a page as they are typed, judged by the same functions as on the server. */
export const useLiveAnswers = ({ def, page, fields, before, errors, box }: LiveInput, tried: boolean): Live => {
  const questions = def.pages[page]?.questions ?? []
  const form = useForm<FormValues>({ mode: 'onTouched', defaultValues: valuesOf(questions, fields) })
  const { touchedFields, dirtyFields } = form.formState
  const values = useWatch({ control: form.control }) as Partial<FormValues>
  const alive = useInBrowser()

  // What was typed before the page came alive must not be lost: the inputs are read once, before they are joined.
  useLayoutEffect(() => {
    const sent = box.current?.closest('form')
    if (sent && !alive) form.reset(valuesIn(def.pages[page]?.questions ?? [], sent))
  }, [alive, box, def, form, page])

  const raw = rawOf(questions, values)
  const validation = validatePage({ def, page, raw, before })
  const touched = (key: string) => has(touchedFields.q, slotOf(key))
  const ofServer = errors.filter(({ key }) => !has(dirtyFields.q, slotOf(key)))
  const ofPage = validation.errors.filter((error) => !ofServer.some(({ key }) => key === error.key) && touched(error.key) && !isMissing(error))
  return {
    bind: bindBy(form.register),
    ...(alive ? { now: raw } : {}),
    validation,
    errors: tried ? validation.errors : [...ofServer, ...ofPage],
    onFiles: ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.type !== 'file') return
      const [, key = ''] = target.name.split('.')
      form.setValue(`q.${slotOf(key)}.chosen` as `q.${string}`, target.files?.length ?? 0, { shouldDirty: true, shouldTouch: true })
    },
  }
}

/** Keeps a faulty form from being sent, once, in front of every other listener; a button that skips checks ("back") passes. */
export const useSendGuard = ({ box, blocked, onBlocked }: { box: RefObject<HTMLElement | null>; blocked: boolean; onBlocked: () => void }): void => {
  useEffect(() => {
    const sent = box.current?.closest('form')
    const guard = (event: SubmitEvent) => {
      const skips = (event.submitter instanceof HTMLButtonElement || event.submitter instanceof HTMLInputElement) && event.submitter.formNoValidate
      if (!blocked || skips) return
      event.preventDefault()
      event.stopPropagation()
      onBlocked()
    }
    sent?.addEventListener('submit', guard, true)
    return () => sent?.removeEventListener('submit', guard, true)
  }, [box, blocked, onBlocked])
}
