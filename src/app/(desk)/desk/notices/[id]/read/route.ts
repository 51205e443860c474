import { segmentOf } from '@/lib/segment'
import { confirmRead } from '@/services/publishing/reading/confirm'
import { plainForm } from '../../../../_server/plainForm'

/** POST edition: whoever is signed in confirms having read a notice for the staff. */
export const POST = async (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
  const notice = segmentOf((await params).id)
  return plainForm(request, `/desk/notices/${encodeURIComponent(notice)}`, async (desk, given) => {
    await confirmRead(desk, notice, given('edition'))
    return 'read'
  })
}
