'use client'
import { Button, toast, useConfig, useDocumentInfo, useForm, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { adminWords } from './words'

type Answer = { published?: boolean; number?: number; error?: { code: string; detail?: { problems?: { path: string; code: string }[] } } }

/** Publishes the saved draft as the next immutable version. */
export const PublishButton = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const modified = useFormModified()
  const { disabled } = useForm()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const say = adminWords(i18n.language)
  if (!id) return null

  const publish = async () => {
    setBusy(true)
    const response = await fetch(`${config.routes.api}/${collectionSlug}/${id}/publish`, { method: 'POST', credentials: 'same-origin', body: '{}' })
    const answer = (await response.json()) as Answer
    setBusy(false)
    if (!response.ok) {
      const first = answer.error?.detail?.problems?.[0]
      toast.error(first ? `${say('notPublished')}: ${first.path} ${first.code}` : say('notPublished'))
      return
    }
    toast.success(answer.published ? say('published', { number: answer.number ?? 0 }) : say('unchanged'))
    router.refresh()
  }

  return (
    <Button buttonStyle="secondary" disabled={busy || modified || disabled} onClick={() => void publish()} tooltip={modified ? say('saveFirst') : undefined}>
      {say('publish')}
    </Button>
  )
}
