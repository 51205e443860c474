import { studioDoor } from '@/app/(studio)/_server/door'
import { attachment } from '@/domain/fileName'
import { exportFile } from '@/services/structure/package/packagesView'

/** GET ?sections=a,b: the structure as a file, whole where no sections are named. */
export const GET = studioDoor(['structure.view', 'structure.edit'], async ({ desk, url }) => {
  const { name, text } = await exportFile(desk, url.searchParams.get('sections'))
  return new Response(text, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': attachment({ name, plain: 'structure.json' }), 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  })
})
