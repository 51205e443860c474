import { isWaiting, type KeptPage } from '../client/kept/record'
import { sendKept } from '../client/kept/send'
import { allKept, removeAll } from '../client/kept/store'

type Standing = { is: 'nothing' | 'waiting' | 'removed' } | { is: 'left' | 'sent'; to: string }

/** The page it belongs to looks after it itself. */
const isElsewhere = ({ page }: KeptPage): boolean => new URL(page, window.location.href).pathname !== window.location.pathname

/** Sends what waits, one after the other, until nobody answers. */
const sendWaiting = async (): Promise<Standing> => {
  const pages = (await allKept()).filter(isElsewhere)
  let to: string | undefined
  for (const page of pages.filter(isWaiting)) {
    const sent = await sendKept(page)
    if (sent.is === 'gone' || sent.is === 'refused') return { is: 'waiting' }
    if (sent.is === 'taken') to = sent.to
  }
  const left = (await allKept()).find(isElsewhere)
  if (to !== undefined) return { is: 'sent', to }
  return left ? { is: 'left', to: left.page } : { is: 'nothing' }
}

const show = (band: HTMLElement, standing: Standing): void => {
  band.hidden = standing.is === 'nothing'
  for (const part of band.querySelectorAll<HTMLElement>('[data-when]')) {
    part.hidden = !part.dataset.when?.split(' ').includes(standing.is)
    const link = part.querySelector('a')
    if (link && 'to' in standing && !part.hidden) link.href = standing.to
  }
}

/** The band on every page over what has not reached the office yet. */
export const unsent = (band: HTMLElement): void => {
  const look = (): void => void sendWaiting().then((standing) => show(band, standing))
  const acts: Record<string, () => void> = { retry: look, remove: () => void removeAll().then(() => show(band, { is: 'removed' })) }
  for (const button of band.querySelectorAll<HTMLElement>('[data-do]')) button.addEventListener('click', () => acts[button.dataset.do ?? '']?.())
  window.addEventListener('online', look)
  look()
}
