'use client'
import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { adminWords } from './words'

/** Notices are written here; they are sent to review, reviewed, published and withdrawn at the desk. */
export const ChainLink = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const say = adminWords(i18n.language)
  return (
    <div style={{ marginBottom: 16, lineHeight: 1.7 }}>
      <p style={{ margin: 0 }}>{say('chainWhere')}</p>
      {id ? <a href={`/desk/notices/${id}`}>{say('chainOpen')}</a> : null}
    </div>
  )
}
