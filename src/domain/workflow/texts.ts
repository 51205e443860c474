import type { Words } from '../words'
import type { RoleValues } from './roles'

/** A text of an event, kept apart so that it can be erased. The reporter reads `reply` and `responsible`; staff read all. */
export type EventText = { role: 'reason' | 'internal' | 'reply' | 'responsible'; text: string; readers: 'staff' | 'reporter' }

const READERS = { reason: 'staff', internal: 'staff', reply: 'reporter', responsible: 'reporter' } as const

/** The texts among the checked inputs. */
export const textsOf = (roles: RoleValues): EventText[] =>
  (['reason', 'internal', 'reply', 'responsible'] as const).flatMap((role) => {
    const text = roles[role]
    return text === undefined ? [] : [{ role, text, readers: READERS[role] }]
  })

/** The only placeholder a resident line may have. */
export const RESPONSIBLE = '{responsible}'

/** The line a reporter reads, with who is responsible instead; used at the act and whenever the timeline is read. */
export const withResponsible = (line: Words | undefined, responsible: string | undefined): Words | undefined => {
  if (line === undefined) return undefined
  const fill = (text: string): string => text.split(RESPONSIBLE).join(responsible ?? '')
  return line.en === undefined ? { zh: fill(line.zh) } : { zh: fill(line.zh), en: fill(line.en) }
}
