import type { Answers } from '../../../domain/forms/types'
import type { CheckVM, MatterRef } from '../../../services/routines/rounds/view'
import { ask } from '../api'

const at = ({ round, id }: Pick<CheckVM, 'round' | 'id'>, act: string): string => `/desk/api/rounds/${encodeURIComponent(round.id)}/${encodeURIComponent(id)}/${act}`

export const sendDone = (view: CheckVM, answers: Answers) => ask<Record<string, never>>(at(view, 'done'), { method: 'POST', json: { answers, seen: view.seen } })
export const sendSkip = (view: CheckVM, note: string) => ask<Record<string, never>>(at(view, 'skip'), { method: 'POST', json: { note, seen: view.seen } })
export const sendMatter = (view: CheckVM, json: { type: string; text: string; answers: Answers }) => ask<MatterRef>(at(view, 'matter'), { method: 'POST', json })
