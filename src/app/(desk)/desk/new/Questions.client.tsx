'use client'

import { useMemo } from 'react'
import type { QuestionsProps } from '@/components/desk'
import { useDesk } from '@/components/desk/words'
import { FormRenderer } from '@/components/forms/FormRenderer.client'
import { onOnePage } from '@/components/forms/formValues'
import type { AnswerError } from '@/domain/forms/types'
import en from '@/i18n/en/form.json'
import zh from '@/i18n/zh/form.json'

const WORDS = { zh, en }

const KNOWN_CODE = /^[a-zA-Z]+$/

/** Faults the server found, by their question. Their words come with the form. */
const faultsOf = (errors: Record<string, string>): AnswerError[] =>
  Object.entries(errors).flatMap(([field, code]) => (field.startsWith('q.') && KNOWN_CODE.test(code) ? [{ key: field.slice(2), code: code as AnswerError['code'] }] : []))

/** A type's own questions on the sheet, drawn by the same form engine as for residents. */
export const Questions = ({ form, errors, onChange }: QuestionsProps) => {
  const { lang } = useDesk()
  const def = useMemo(() => onOnePage(form), [form])
  const faults = useMemo(() => faultsOf(errors), [errors])
  return <FormRenderer key={def.code} def={def} page={0} lang={lang} words={WORDS[lang]} errors={faults} onAnswers={onChange} />
}
