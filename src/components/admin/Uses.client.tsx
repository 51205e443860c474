'use client'
import { useTranslation } from '@payloadcms/ui'
import { useAnswer } from './useAnswer'
import { adminWords } from './words'

type Answer = { uses: string[]; open: number; closable: boolean }
type Say = ReturnType<typeof adminWords>

const Places = ({ uses, open, closable, say }: Answer & { say: Say }) => {
  if (uses.length === 0) return <p style={{ margin: 0 }}>{say('usesNone')}</p>
  return (
    <>
      <ul style={{ margin: '4px 0', paddingLeft: 18, lineHeight: 1.6 }}>{uses.map((use) => <li key={use}>{use}</li>)}</ul>
      {open > 0 && <p style={{ margin: '0 0 4px' }}><strong>{say('usesOpen', { count: open })}</strong></p>}
      <p style={{ margin: 0, opacity: 0.8 }}>{say(closable ? 'usesHint' : 'usesHintNoClose')}</p>
    </>
  )
}

/** Where the row is used: what to know before it is closed, and why it cannot be deleted. */
export const Uses = () => {
  const { i18n } = useTranslation()
  const { answer, failed, saved } = useAnswer<Answer>('uses')
  const say = adminWords(i18n.language)
  if (!saved) return null
  return (
    <div className="field-type" role="status">
      <strong>{say('usesTitle')}</strong>
      {answer ? <Places {...answer} say={say} /> : <p style={{ margin: 0 }}>{say(failed ? 'usesFailed' : 'usesLoading')}</p>}
    </div>
  )
}
