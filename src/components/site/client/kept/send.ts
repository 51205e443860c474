'use client'
import { bodyOf, patience, wasTaken, type KeptPage } from './record'
import { keep, remove, removeAll } from './store'

/** `gone`: nobody answered. `refused`: the office answered with something else than a page to go on with. */
export type Sent = { is: 'gone' } | { is: 'refused' } | { is: 'taken' | 'over'; to: string }

/** Posts a page as the browser would. Never throws: a lost connection is an answer. */
const post = (page: KeptPage, onShare: (share: number) => void): Promise<Sent> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', page.action)
    request.timeout = patience(page)
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0)
    request.onerror = request.ontimeout = request.onabort = () => resolve({ is: 'gone' })
    request.onload = () => {
      const to = request.responseURL
      // A server that is being started again, or a gateway before it, answers for nobody.
      if (request.status === 502 || request.status === 503 || request.status === 504) return resolve({ is: 'gone' })
      if (new URL(to).pathname === new URL(page.action, to).pathname) return resolve({ is: 'refused' })
      resolve({ is: wasTaken(to) ? 'taken' : 'over', to })
    }
    const body = bodyOf(page)
    request.send(body)
  })

const ENDS = ['send', 'discard']

/** Sends a kept page, and forgets it once it was taken in; with the last button of a report, all of it. */
export const sendKept = async (page: KeptPage, onShare: (share: number) => void = () => undefined): Promise<Sent> => {
  const sent = await post(page, onShare)
  if (sent.is === 'taken') await (ENDS.includes(page.act?.[1] ?? '') ? removeAll() : remove(page.door))
  if (sent.is === 'over') {
    const { act: _pressed, ...typed } = page
    await keep(typed)
  }
  return sent
}
