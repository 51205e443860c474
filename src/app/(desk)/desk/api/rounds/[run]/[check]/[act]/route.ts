import { DomainError } from '@/domain/errors'
import { readJson } from '@/services/http'
import { fillCheck, skipCheck } from '@/services/routines/rounds/fill'
import { makeMatter } from '@/services/routines/rounds/make'
import { door } from '../../../../../../_server/door'

type Params = { run: string; check: string; act: string }

/** POST done {answers, seen} · skip {note, seen} · matter {type, text, answers}. */
export const POST = door<Params>(async ({ desk, request, params: { run, check, act } }) => {
  const body = await readJson(request)
  const input = { ...body, run, check }
  if (act === 'matter') return makeMatter(desk, input)
  if (act !== 'done' && act !== 'skip') throw new DomainError('notFound')
  await (act === 'done' ? fillCheck : skipCheck)(desk, input)
  return {}
})
