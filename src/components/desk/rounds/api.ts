import { filesField } from '../../../domain/forms/names'
import type { Answers } from '../../../domain/forms/types'
import type { CheckVM, MatterRef } from '../../../services/routines/rounds/view'
import { ask } from '../api'

const at = ({ round, id }: Pick<CheckVM, 'round' | 'id'>, act: string): string => `/desk/api/rounds/${encodeURIComponent(round.id)}/${encodeURIComponent(id)}/${act}`

export type TakenPhoto = { question: string; file: File }

export const sendDone = (view: CheckVM, answers: Answers, photos: readonly TakenPhoto[]) => {
  const form = new FormData()
  form.set('data', JSON.stringify({ answers, seen: view.seen }))
  for (const { question, file } of photos) form.append(filesField(question), file)
  return ask<Record<string, never>>(at(view, 'done'), { method: 'POST', form })
}
export const sendSkip = (view: CheckVM, note: string) => ask<Record<string, never>>(at(view, 'skip'), { method: 'POST', json: { note, seen: view.seen } })
export const sendMatter = (view: CheckVM, json: { type: string; text: string; answers: Answers }) => ask<MatterRef>(at(view, 'matter'), { method: 'POST', json })
