import { DomainError } from '@/domain/errors'
import { deskAct } from '@/services/desk/acts'
import { readJson } from '@/services/http'
import { door } from '../../../../../_server/door'

const recordIn = (value: unknown): Record<string, unknown> => (value && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {})

/** POST {act, input, expectedRevision}: what the page does besides taking transitions. */
export const POST = door<{ id: string }>(async ({ desk, request, params }) => {
  const { act, input, expectedRevision } = await readJson(request)
  if (typeof expectedRevision !== 'number' || !Number.isInteger(expectedRevision)) throw new DomainError('invalid', {}, [{ field: 'expectedRevision', code: 'required' }])
  return deskAct(desk, { matter: params.id, act: String(act ?? ''), input: recordIn(input), expectedRevision })
})
