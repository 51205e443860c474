'use client'
import { useTranslation } from '@payloadcms/ui'
import { useAnswer } from './useAnswer'
import { adminWords } from './words'

type Issue = { severity: 'error' | 'warning'; path: string; text: string }

const List = ({ title, issues, tone }: { title: string; issues: Issue[]; tone: string }) =>
  issues.length === 0 ? null : (
    <div style={{ marginTop: 12 }}>
      <strong style={{ color: tone }}>{title}</strong>
      <ul style={{ margin: '4px 0 0', paddingLeft: 24, lineHeight: 1.7 }}>
        {issues.map(({ path, text }) => <li key={`${path} ${text}`}>{text}</li>)}
      </ul>
    </div>
  )

/** What stands in the way of publishing the saved draft, and what is doubtful. */
export const DraftIssues = () => {
  const { i18n } = useTranslation()
  const { answer, failed, saved } = useAnswer<{ issues: Issue[] }>('check')
  const say = adminWords(i18n.language)
  if (!saved) return null
  if (!answer) return <p role="status">{say(failed ? 'notChecked' : 'checking')}</p>
  const [errors, warnings] = [answer.issues.filter(({ severity }) => severity === 'error'), answer.issues.filter(({ severity }) => severity === 'warning')]
  return (
    <div role="status">
      {answer.issues.length === 0 && <p style={{ margin: '12px 0 0' }}>{say('allGood')}</p>}
      <List title={say('mustFix', { count: errors.length })} issues={errors} tone="var(--theme-error-500)" />
      <List title={say('doubtful', { count: warnings.length })} issues={warnings} tone="var(--theme-warning-600, inherit)" />
    </div>
  )
}
