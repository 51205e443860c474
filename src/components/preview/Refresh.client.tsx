'use client'

import { useEffect } from 'react'

const isSaved = (event: MessageEvent): boolean =>
  event.origin === window.location.origin && typeof event.data === 'object' && event.data !== null && (event.data as { type?: unknown }).type === 'payload-document-event'

const isReload = (): boolean => performance.getEntriesByType('navigation').some((entry) => (entry as PerformanceNavigationTiming).type === 'reload')

/**
 * Beside the administration's form: says that the page is there, and makes it anew whenever a draft was saved. Payload tells of the document once as soon as it
 * hears that the page is there, which is no save; of a page that was made anew it does not hear that again.
 */
export const Refresh = () => {
  useEffect(() => {
    const form = window.opener ?? window.parent
    if (!form || form === window) return undefined
    let told = isReload() ? 1 : 0
    const onMessage = (event: MessageEvent) => {
      if (!isSaved(event)) return
      told += 1
      if (told > 1) window.location.reload()
    }
    window.addEventListener('message', onMessage)
    ;(form as Window).postMessage({ type: 'payload-live-preview', ready: true }, window.location.origin)
    return () => window.removeEventListener('message', onMessage)
  }, [])
  return null
}
