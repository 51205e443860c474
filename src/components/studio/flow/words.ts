'use client'

import { useCallback } from 'react'
import { say as sayWords, type Words } from '../../../domain/words'
import type { TransitionDef, WorkflowDef } from '../../../domain/workflow/types'
import { useSay, useSayMaybe, useStudio } from '../words'

/** Words of closed lists and of a workflow's own names, in the reader's language. */
export const useFlowWords = () => {
  const say = useSay('studioFlow')
  const maybe = useSayMaybe('studioFlow')
  const { lang } = useStudio()
  const text = useCallback((words: Words | undefined) => sayWords(words, lang), [lang])
  const permission = useCallback((code: string) => maybe(`permission.${code}`) ?? code, [maybe])
  const stepName = useCallback((flow: WorkflowDef, code: string) => {
    if (code === 'same' || code === 'previous') return say(`action.${code}`)
    return sayWords(flow.steps.find((step) => step.code === code)?.name, lang) || code
  }, [say, lang])
  const who = useCallback(({ actors, permission: needs }: TransitionDef) =>
    actors.map((actor) => (actor === 'staff' ? permission(needs) : say(`actor.${actor}`))).join(say('list.joint')), [say, permission])
  return { say, text, permission, stepName, who, lang }
}

/** What is chosen in the editor. */
export type Chosen = { kind: 'step' | 'transition'; code: string }
