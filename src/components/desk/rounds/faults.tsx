'use client'

import type { AnswerError } from '../../../domain/forms/types'
import type { ApiError } from '../types'
import { Banner, FaultBanner } from '../ui/Banner'
import { useRound } from './words'

const KNOWN_CODE = /^[a-zA-Z]+$/

/** Faults of answers, as the form draws them beside its questions. */
export const answerErrors = (error: ApiError | undefined): AnswerError[] =>
  (error?.fields ?? []).flatMap(({ field, code, params }) => (field.startsWith('q.') && KNOWN_CODE.test(code) ? [{ key: field.slice(2), code: code as AnswerError['code'], ...(params ? { params } : {}) }] : []))

const CONFLICTS = { finished: 'closed', made: 'doubled', changed: 'conflict' } as const

/** What was refused, in words. */
export const RoundFault = ({ error }: { error: ApiError | undefined }) => {
  const say = useRound()
  if (!error) return null
  if (error.code === 'invalid' && error.fields?.length) return <Banner tone="late" live="alert" title={say('faults', { n: error.fields.length })} />
  if (error.code !== 'conflict') return <FaultBanner error={error} />
  const why = (Object.keys(CONFLICTS) as (keyof typeof CONFLICTS)[]).find((key) => error.detail?.[key] === true) ?? 'changed'
  return <Banner tone="late" live="alert" title={say(CONFLICTS[why])} />
}
