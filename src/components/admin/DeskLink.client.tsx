'use client'
import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { adminWords } from './words'

/** Matters are read here and handled at the desk. */
export const DeskLink = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  return id ? <a href={`/desk/matters/${id}`}>{adminWords(i18n.language)('openAtDesk')}</a> : null
}
