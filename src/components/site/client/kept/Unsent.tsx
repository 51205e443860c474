'use client'
import { useCallback, useEffect, useState } from 'react'
import { isWaiting, type KeptPage } from './record'
import { sendKept } from './send'
import { allKept, removeAll } from './store'

export type UnsentWords = Record<'band' | 'left' | 'goOn' | 'look' | 'sent' | 'retry' | 'remove' | 'removed', string>

type Standing = { is: 'nothing' } | { is: 'left'; page: string } | { is: 'waiting' } | { is: 'sent'; to: string } | { is: 'removed' }

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
  return left ? { is: 'left', page: left.page } : { is: 'nothing' }
}

/** On every page: what was written on this device and has not reached the office, with a way on and a way to remove it. */
export const Unsent = ({ words }: { words: UnsentWords }) => {
  const [standing, setStanding] = useState<Standing>({ is: 'nothing' })
  const look = useCallback((): void => void sendWaiting().then(setStanding), [])

  useEffect(() => {
    look()
    window.addEventListener('online', look)
    return () => window.removeEventListener('online', look)
  }, [look])

  if (standing.is === 'nothing') return <div role="status" />
  const drop = (): void => void removeAll().then(() => setStanding({ is: 'removed' }))
  return (
    <div role="status" className="unsent screen-only">
      <div className="wrap row">
        {standing.is === 'removed' && <p>{words.removed}</p>}
        {standing.is === 'sent' && (
          <p>
            {words.sent} <a href={standing.to}>{words.look}</a>
          </p>
        )}
        {standing.is === 'waiting' && (
          <>
            <p>{words.band}</p>
            <button className="button" type="button" onClick={look}>
              {words.retry}
            </button>
          </>
        )}
        {standing.is === 'left' && (
          <p>
            {words.left} <a href={standing.page}>{words.goOn}</a>
          </p>
        )}
        {(standing.is === 'waiting' || standing.is === 'left') && (
          <button className="button button-text" type="button" onClick={drop}>
            {words.remove}
          </button>
        )}
      </div>
    </div>
  )
}
