import { removeAll } from '../client/kept/store'

const EVENTS = ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove'] as const
const TRY_AGAIN = 3_000
const KIOSK = /^\/(?:en\/)?kiosk(?:\/|$)/

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** What this browser holds that scripts cannot reach is taken back by the portal; it is asked until it answers. */
const leave = async (door: string): Promise<void> => {
  const taken = await fetch(door, { method: 'POST', body: new URLSearchParams(), redirect: 'manual' }).then(() => true, () => false)
  if (taken) return
  await pause(TRY_AGAIN)
  return leave(door)
}

const forget = async (door: string): Promise<void> => {
  await removeAll()
  window.localStorage.clear()
  window.sessionStorage.clear()
  await leave(door)
}

/** Links that lead out of the portal do nothing on a terminal, and those that lead out of its way of display stay in it. */
const stayInside = (home: string): void => {
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
      if (!link || link.getAttribute('href')?.startsWith('#')) return
      const here = link.origin === window.location.origin
      if (here && KIOSK.test(link.pathname) && link.target === '') return
      event.preventDefault()
      if (here) window.location.assign(home + link.pathname + link.search + link.hash)
    },
    true,
  )
}

/** The guard of a terminal: asks whether somebody is still there, then clears what was filled in and goes back to the first page. */
export const kiosk = (element: HTMLElement): void => {
  if (!(element instanceof HTMLDialogElement)) return
  const { after = '60', warn = '15', leave: door = '', home = '/' } = element.dataset
  const words = element.querySelector<HTMLElement>('[data-words]')
  // The first page, as it comes, has nothing to clear.
  let last = window.location.pathname === home ? undefined : performance.now()
  let leaving = false

  const look = (): void => {
    if (last === undefined || leaving) return
    const left = Number(after) - Math.floor((performance.now() - last) / 1000)
    if (left <= 0) {
      leaving = true
      void forget(door).then(() => window.location.replace(home))
    } else if (left <= Number(warn)) {
      if (words) words.textContent = (words.dataset.words ?? '').replace('%', String(left))
      if (!element.open) element.showModal()
    } else if (element.open) element.close()
  }
  // The question goes a moment after the touch, or the touch would end on what lies below it.
  const use = (): void => {
    last = performance.now()
  }
  element.addEventListener('click', () => !leaving && element.close())
  for (const name of EVENTS) window.addEventListener(name, use, { capture: true, passive: true })
  window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload())
  for (const form of document.forms) form.autocomplete = 'off'
  stayInside(home)
  setInterval(look, 1_000)
}
