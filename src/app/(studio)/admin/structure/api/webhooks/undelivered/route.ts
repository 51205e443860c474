import { studioDoor } from '@/app/(studio)/_server/door'
import { DomainError } from '@/domain/errors'
import { readJson } from '@/services/http'
import { letGo, sendAgain, type Which } from '@/services/outbox/dead'

const whichOf = ({ id, target }: Record<string, unknown>): Which => {
  if (typeof id === 'string' && id) return { id }
  if (typeof target === 'string' && target) return { target }
  throw new DomainError('invalid')
}

/** POST {id | target, act: again | letGo, reason?}: what becomes of messages that were given up; one, or all of one system. */
export const POST = studioDoor(['settings.edit'], async ({ desk, request }) => {
  const { act, reason, ...given } = await readJson(request)
  if (act === 'again') return sendAgain(desk, whichOf(given))
  if (act === 'letGo') return letGo(desk, whichOf(given), reason)
  throw new DomainError('invalid')
})
