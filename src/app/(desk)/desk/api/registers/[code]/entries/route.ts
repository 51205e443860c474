import { DomainError } from '@/domain/errors'
import { readJson } from '@/services/http'
import { parseEntryQuery, readEntries } from '@/services/registers/list'
import { needEditor, needRegister } from '@/services/registers/register'
import { saveEntry } from '@/services/registers/save'
import { entryInputOf } from '@/services/registers/input'
import { door } from '../../../../../_server/door'

type Params = { code: string }

/** GET: a page of entries. `after`: where the last one ended. */
export const GET = door<Params>(async ({ desk, url, params }) => {
  const after = url.searchParams.get('after') ?? undefined
  if (after !== undefined && after.length > 1024) throw new DomainError('invalid', {}, [{ field: 'cursor', code: 'invalid' }])
  return readEntries(desk, await needRegister(desk, params.code), { query: parseEntryQuery(url.searchParams), after, limit: Number(url.searchParams.get('limit') ?? 50) })
})

/** POST: a new entry. */
export const POST = door<Params>(async ({ desk, request, params }) => saveEntry(desk, await needEditor(desk, params.code), entryInputOf(await readJson(request))))
