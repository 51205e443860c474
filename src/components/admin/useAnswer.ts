'use client'
import { useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

/** What the server says about the saved document at `/api/<collection>/<id>/<path>`; asked again after each save. `null` while unknown. */
export const useAnswer = <T>(path: string): { answer: T | null; failed: boolean; saved: boolean } => {
  const { id, collectionSlug, lastUpdateTime } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const [state, setState] = useState<{ answer: T | null; failed: boolean }>({ answer: null, failed: false })
  const url = id ? `${config.routes.api}/${collectionSlug}/${id}/${path}` : null

  useEffect(() => {
    if (!url) return
    const stop = new AbortController()
    const ask = async () => {
      const response = await fetch(url, { credentials: 'same-origin', headers: { 'accept-language': i18n.language }, signal: stop.signal })
      setState(response.ok ? { answer: (await response.json()) as T, failed: false } : { answer: null, failed: true })
    }
    ask().catch(() => {
      if (!stop.signal.aborted) setState({ answer: null, failed: true })
    })
    return () => stop.abort()
  }, [url, i18n.language, lastUpdateTime])

  return { ...state, saved: url !== null }
}
