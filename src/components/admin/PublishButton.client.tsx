'use client'
import { Button, toast, useConfig, useDocumentInfo, useForm, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState, type KeyboardEvent } from 'react'
import { adminWords } from './words'

type Said = { path: string; text: string }
type Answer = { published?: boolean; number?: number; warnings?: Said[]; error?: { code: string; detail?: { said?: Said[] } } }

const BOX = { display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' } as const
const INPUT = { minWidth: 220, padding: '6px 10px', border: '1px solid var(--theme-elevation-150)', borderRadius: 4, background: 'var(--theme-input-bg)', color: 'inherit', font: 'inherit' } as const

type Say = ReturnType<typeof adminWords>

const tell = (answer: Answer, ok: boolean, say: Say): void => {
  const { published, number = 0, warnings = [] } = answer
  if (!ok) {
    const said = answer.error?.detail?.said ?? []
    toast.error([say('notPublished'), ...said.slice(0, 5).map(({ text }) => text)].join('\n'))
  } else if (!published) toast.success(say('unchanged'))
  else if (warnings.length > 0) toast.warning([say('andWarnings', { count: warnings.length }), ...warnings.slice(0, 5).map(({ text }) => text)].join('\n'))
  else toast.success(say('published', { number }))
}

/** Publishes the saved draft as the next immutable version, with the reason that is kept with it. */
export const PublishButton = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const modified = useFormModified()
  const { disabled } = useForm()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [reason, setReason] = useState<string | null>(null)
  const say = adminWords(i18n.language)
  if (!id) return null

  const publish = async () => {
    if (busy || !reason?.trim()) return
    setBusy(true)
    const response = await fetch(`${config.routes.api}/${collectionSlug}/${id}/publish`, { method: 'POST', credentials: 'same-origin', headers: { 'accept-language': i18n.language }, body: JSON.stringify({ reason }) })
    const answer = (await response.json()) as Answer
    setBusy(false)
    tell(answer, response.ok, say)
    if (!response.ok) return
    setReason(null)
    router.refresh()
  }

  // The document's own form stands around this: Enter must publish, not save.
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    void publish()
  }

  if (reason === null || modified) {
    return (
      <Button buttonStyle="secondary" disabled={busy || modified || disabled} onClick={() => setReason('')} tooltip={modified ? say('saveFirst') : undefined}>
        {say('publish')}
      </Button>
    )
  }
  return (
    <div role="group" aria-label={say('publish')} style={BOX}>
      <input autoFocus maxLength={500} style={INPUT} value={reason} aria-label={say('publishWhy')} placeholder={`${say('publishWhy')} · ${say('publishWhyHint')}`} onChange={(event) => setReason(event.target.value)} onKeyDown={keys} />
      <Button disabled={busy || disabled || reason.trim() === ''} onClick={() => void publish()}>{say('publish')}</Button>
      <Button buttonStyle="subtle" disabled={busy} onClick={() => setReason(null)}>{say('cancel')}</Button>
    </div>
  )
}
