'use client'
import 'altcha/external'
import type { Lang } from '../../../domain/words'
import type { EffortWords } from './Effort.client'

/** Its own file, from this host: the policy of contents lets no worker in that is made of a text. */
const WORKER = '/altcha/pbkdf2.js'

const ENDED = ['verified', 'error', 'expired']

type Mount = { host: HTMLElement; task: string; name: string; lang: Lang; words: EffortWords }

const prepare = (lang: Lang, words: EffortWords): void => {
  globalThis.$altcha.algorithms.set('PBKDF2/SHA-256', () => new Worker(WORKER))
  const strings = {
    label: words.label, verifying: words.verifying, verified: words.verified, error: words.failed, expired: words.expired, waitAlert: words.wait, verificationRequired: words.label,
    ariaLinkLabel: '', enterCode: '', enterCodeAria: '', footer: '', getAudioChallenge: '', loading: words.verifying, reload: words.label, verify: words.label,
  }
  globalThis.$altcha.i18n.set(lang, strings)
}

/** One form on the page begins at once; of several, the one somebody turns to. */
const isAlone = (): boolean => document.querySelectorAll('[data-effort]').length === 1

/**
 * Lets the widget work on the task while the form is looked at. Whoever is quicker than the work need not press twice: the form goes by
 * itself when it is done, with the button that was pressed. A failure holds nobody up. Returns how to take it away again.
 */
export const mount = ({ host, task, name, lang, words }: Mount): (() => void) => {
  prepare(lang, words)
  const widget = document.createElement('altcha-widget')
  widget.setAttribute('language', lang)
  widget.setAttribute('name', name)
  widget.setAttribute('challenge', task)
  // No watching of hands and pointers: what is asked for is work, not a likeness of the person.
  widget.setAttribute('configuration', JSON.stringify({ humanInteractionSignature: false, hideFooter: true, hideLogo: true, minDuration: 0, workers: 2 }))
  host.replaceChildren(widget)
  const form = host.closest('form')
  let pressed: HTMLElement | null | undefined

  const state = (): string => ('getState' in widget ? String(widget.getState()) : 'unverified')
  const begin = (): void => {
    if (state() === 'unverified') void widget.verify()
  }
  const submitting = (event: SubmitEvent): void => {
    const skips = event.submitter instanceof HTMLButtonElement && event.submitter.formNoValidate
    if (skips || pressed !== undefined || ENDED.includes(state())) return
    event.preventDefault()
    event.stopImmediatePropagation()
    pressed = event.submitter
    begin()
  }
  const changed = (event: Event): void => {
    const now = (event as CustomEvent<{ state?: string }>).detail.state ?? ''
    if (pressed === undefined || !ENDED.includes(now)) return
    const button = pressed
    // The widget puts its answer into the form a moment after it says so.
    window.setTimeout(() => form?.requestSubmit(button), 50)
  }
  const loaded = (): void => {
    if (isAlone()) begin()
  }

  widget.addEventListener('load', loaded)
  widget.addEventListener('statechange', changed)
  form?.addEventListener('submit', submitting, { capture: true })
  form?.addEventListener('focusin', begin)
  return () => {
    widget.removeEventListener('load', loaded)
    widget.removeEventListener('statechange', changed)
    form?.removeEventListener('submit', submitting, { capture: true })
    form?.removeEventListener('focusin', begin)
    widget.remove()
  }
}
