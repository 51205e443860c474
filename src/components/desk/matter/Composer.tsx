'use client'

import { useId, useState, type KeyboardEvent } from 'react'
import { useDraft } from '../hooks/useDraft'
import type { ApiError, MatterVM } from '../types'
import { FaultBanner } from '../ui/Banner'
import { Icon } from '../ui/icons'
import { Key } from '../ui/marks'
import { Tabs } from '../ui/Tabs'
import { useWords } from '../words'
import { useBench } from './context'
import { ConflictNotice } from './ConflictNotice'

type Kind = 'reply' | 'note'
const FIRST_REPLIES = 4

/** Replies to the reporter and internal notes, apart: two tabs, two drafts, two looks. */
export const Composer = () => {
  const say = useWords()
  const { matter } = useBench()
  const kinds = (['reply', 'note'] as const).filter((kind) => matter.can[kind])
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'note')
  if (!kinds.length) return null
  const tabs = kinds.map((code) => ({ code, label: <><Icon name={code === 'reply' ? 'reply' : 'lock'} /> {say(`compose.${code}`)}</> }))
  return (
    <div className="compose" id="compose">
      <Tabs tabs={tabs} value={kind} onChange={setKind} label={say('compose.title')}>
        <ComposeForm key={kind} kind={kind} matter={matter} />
      </Tabs>
    </div>
  )
}

const ComposeForm = ({ kind, matter }: { kind: Kind; matter: MatterVM }) => {
  const say = useWords()
  const { act } = useBench()
  const id = useId()
  const [text, setText] = useDraft(`desk:${kind}:${matter.id}`)
  const [standard, setStandard] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const send = async () => {
    const body = text.trim()
    if (busy || !body) return
    setBusy(true)
    setError(undefined)
    const answer = await act(kind, kind === 'reply' && standard ? { text: body, standard } : { text: body }, say(`compose.${kind}Sent`))
    setBusy(false)
    if (answer.ok) setText('')
    else setError(answer.error)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void send()
    }
  }
  const put = (reply: MatterVM['replies'][number]) => {
    setText(text ? `${text}\n${reply.text}` : reply.text)
    setStandard(reply.id)
  }
  return (
    <form className={`inside stack ${kind === 'note' ? 'noting' : ''}`} onSubmit={(event) => { event.preventDefault(); void send() }}>
      {kind === 'reply' ? <StandardReplies replies={matter.replies} onPut={put} /> : null}
      {error?.code === 'conflict' ? <ConflictNotice /> : error ? <FaultBanner error={error} /> : null}
      <textarea className="input" rows={3} aria-label={say(`compose.${kind}Text`)} aria-describedby={id} placeholder={say(`compose.${kind}Hint`)} value={text} maxLength={4000}
        onChange={(event) => setText(event.target.value)} onKeyDown={onKeyDown} />
      <div className="row">
        <button className="btn" type="submit" disabled={!text.trim()} aria-busy={busy}><Icon name={kind === 'reply' ? 'send' : 'lock'} />{say(busy ? 'common.saving' : `compose.${kind}Send`)} <Key>Ctrl ⏎</Key></button>
        <span className="hint" id={id}>{say(`compose.${kind}Who`)}</span>
      </div>
    </form>
  )
}

type RepliesProps = { replies: MatterVM['replies']; onPut: (reply: MatterVM['replies'][number]) => void }

const StandardReplies = ({ replies, onPut }: RepliesProps) => {
  const say = useWords()
  const [all, setAll] = useState(false)
  if (!replies.length) return null
  const shown = all ? replies : replies.slice(0, FIRST_REPLIES)
  return (
    <div className="row" role="group" aria-label={say('compose.standard')}>
      {shown.map((reply) => <button key={reply.id} type="button" className="chip" title={reply.text} onClick={() => onPut(reply)}>{reply.name}</button>)}
      {replies.length > FIRST_REPLIES ? <button type="button" className="chip" aria-expanded={all} onClick={() => setAll(!all)}>{all ? say('compose.fewer') : say('compose.all', { n: replies.length })}</button> : null}
    </div>
  )
}
