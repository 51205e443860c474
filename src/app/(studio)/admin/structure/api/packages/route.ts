import { studioDoor } from '@/app/(studio)/_server/door'
import { DomainError } from '@/domain/errors'
import { PACKAGE_CAPS } from '@/domain/package/read'
import { IMPORT_RIGHTS } from '@/services/structure/package/allowed'
import { startImport } from '@/services/structure/package/imports'

/** POST (the file itself, its name in `?name=`, `?remove=1` where what it lacks is to go): takes a package in; reading, checking and comparing go on while the page watches. */
export const POST = studioDoor(IMPORT_RIGHTS, async ({ desk, request, url }) => {
  const tooLarge = () => new DomainError('tooLarge', { maxMB: PACKAGE_CAPS.bytes / 1024 / 1024 })
  if (Number(request.headers.get('content-length') ?? 0) > PACKAGE_CAPS.bytes) throw tooLarge()
  const body = await request.arrayBuffer()
  if (body.byteLength > PACKAGE_CAPS.bytes) throw tooLarge()
  const { id } = await startImport(desk, { name: url.searchParams.get('name') ?? '', text: new TextDecoder().decode(body), remove: url.searchParams.get('remove') === '1' })
  return { id }
})
