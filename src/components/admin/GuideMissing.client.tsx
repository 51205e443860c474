'use client'
import { useAllFormFields, useTranslation } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { missingElements, type GuideElement, type GuideFacts } from '@/domain/services/completeness'
import { fill } from '@/i18n/fill'
import en from '@/i18n/en/services.json'
import zh from '@/i18n/zh/services.json'

type Words = { text: string; complete: boolean }

const wordsOf = (language: string, missing: readonly GuideElement[]): Words => {
  const { editor, element } = language === 'en' ? en : zh
  if (missing.length === 0) return { text: editor.complete, complete: true }
  return { text: fill(editor.missing, { n: missing.length, list: missing.map((name) => element[name]).join(editor.joint) }), complete: false }
}

const Said = ({ guide }: { guide: GuideFacts }) => {
  const { i18n } = useTranslation()
  const { text, complete } = wordsOf(i18n.language, missingElements(guide))
  return <span style={{ color: complete ? 'inherit' : 'var(--theme-warning-600, inherit)' }}>{complete ? '✓ ' : '! '}{text}</span>
}

/** What the guide in the form still lacks, as it stands there now. */
export const GuideMissing = () => {
  const [fields] = useAllFormFields()
  return <p role="status" style={{ margin: '0 0 16px' }}><Said guide={reduceFieldsToValues(fields, true) as GuideFacts} /></p>
}

/** What a guide in the list lacks. */
export const GuideMissingCell = ({ rowData }: { rowData?: GuideFacts }) => <Said guide={rowData ?? {}} />
