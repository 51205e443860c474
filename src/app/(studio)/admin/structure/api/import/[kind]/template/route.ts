import { studioDoor } from '@/app/(studio)/_server/door'
import { attachment } from '@/domain/fileName'
import { needModel } from '@/services/structure/cache'
import { templateFile } from '@/services/structure/importTemplate'
import { kindOf } from '../../_kind'

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** GET ?filled=1: a workbook to fill in, empty or with what the office has. */
export const GET = studioDoor(['structure.view', 'structure.edit'], async ({ desk, url, params }) => {
  const kind = kindOf(params.kind)
  const file = await templateFile(kind, { model: await needModel(desk.payload, desk.model.office.id), filled: url.searchParams.get('filled') === '1', lang: desk.lang })
  return new Response(new Uint8Array(file), { headers: { 'content-type': SHEET, 'content-disposition': attachment({ name: `${kind}.xlsx`, plain: `${kind}.xlsx` }), 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } })
})
