'use client'
import { actOf, fillIn, pageOf, sendPlainly } from './form'
import { belongsHere, isWaiting, newSending, type KeptPage } from './record'
import { sendKept } from './send'
import { keep, keptAt, remove } from './store'

export type Standing = { is: 'quiet' | 'restored' | 'waiting' | 'removed' } | { is: 'sending'; share: number }

/** Milliseconds between tries: the browser does not always know that it is back. */
const AGAIN_MS = 20_000
const SETTLED_MS = 400

export type Keeper = { retry: () => void; stop: () => void; drop: () => void; close: () => void }

type Keeping = { form: HTMLFormElement; door: string; tell: (standing: Standing) => void; goTo: (to: string) => void }

/** What is kept of the form now. A change makes it another sending: the last one may have arrived without its answer. */
const noting = ({ form, door }: Keeping) => {
  let kept: KeptPage | undefined
  let changed = false
  let timer = 0
  const read = (): KeptPage => {
    window.clearTimeout(timer)
    kept = { ...pageOf(form, door, kept), ...(changed ? { sending: newSending() } : {}) }
    changed = false
    return kept
  }
  return {
    read,
    now: () => kept,
    set: (page: KeptPage | undefined): void => {
      window.clearTimeout(timer)
      changed = false
      kept = page
    },
    note: (): void => {
      changed = true
      window.clearTimeout(timer)
      timer = window.setTimeout(() => void keep(read()), SETTLED_MS)
    },
  }
}

type Noted = ReturnType<typeof noting>

/** Sends what is kept, once at a time, and goes where the answer leads. */
const sending = ({ form, tell, goTo }: Keeping, noted: Noted) => {
  let busy = false
  return async (page: KeptPage): Promise<void> => {
    if (busy) return
    busy = true
    tell({ is: 'sending', share: 0 })
    const sent = await sendKept(page, (share) => tell({ is: 'sending', share }))
    busy = false
    if (sent.is === 'gone') return tell({ is: 'waiting' })
    noted.set(undefined)
    if (sent.is === 'taken' || sent.is === 'over') return goTo(sent.to)
    // An answer that is a page of its own is shown the way the browser shows it.
    await remove(page.door)
    sendPlainly(form, page)
  }
}

const restore = async ({ form, door, tell }: Keeping, noted: Noted, send: (page: KeptPage) => Promise<void>): Promise<void> => {
  const found = await keptAt(door)
  if (!found || !belongsHere(found, pageOf(form, door))) return
  const filled = fillIn(form, found)
  const page = pageOf(form, door, found)
  noted.set(page)
  if (isWaiting(page)) await send(page)
  else if (filled) tell({ is: 'restored' })
}

const listen = (target: EventTarget, hears: Record<string, (event: Event) => void>): (() => void) => {
  for (const [name, hear] of Object.entries(hears)) target.addEventListener(name, hear)
  return () => {
    for (const [name, hear] of Object.entries(hears)) target.removeEventListener(name, hear)
  }
}

/**
 * Keeps what is typed into a form on this device until the office has it: filled in again after a crash, sent by itself once the
 * connection is back. Where the browser keeps nothing, it is sent all the same.
 */
export const keepForm = (keeping: Keeping): Keeper => {
  const { form, door, tell } = keeping
  const noted = noting(keeping)
  const send = sending(keeping, noted)

  const submit = (event: Event): void => {
    if (event.defaultPrevented) return
    event.preventDefault()
    const page = { ...noted.read(), act: actOf(event instanceof SubmitEvent ? event.submitter : null) }
    noted.set(page)
    void keep(page).then(() => send(page))
  }

  const retry = (): void => {
    const page = noted.now()
    if (page && isWaiting(page)) void send(page)
  }

  const stop = (): void => {
    const { act: _pressed, ...typed } = noted.read()
    noted.set(typed)
    void keep(typed)
    tell({ is: 'quiet' })
  }

  const drop = (): void => {
    noted.set(undefined)
    void remove(door)
    form.reset()
    tell({ is: 'removed' })
  }

  const ends = [
    listen(form, { input: noted.note, change: noted.note, submit }),
    // A page that comes back from the browser's memory is not sending any more.
    listen(window, { online: retry, pageshow: (event) => (event instanceof PageTransitionEvent && event.persisted ? tell({ is: 'quiet' }) : undefined) }),
  ]
  const timer = window.setInterval(retry, AGAIN_MS)
  void restore(keeping, noted, send)
  return { retry, stop, drop, close: () => [...ends, () => window.clearInterval(timer)].forEach((end) => end()) }
}
