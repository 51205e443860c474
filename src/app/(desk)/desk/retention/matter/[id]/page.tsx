import { KeepingPage } from '@/components/desk/retention/KeepingPage'
import { keepingHref, keepingView } from '@/services/desk/retention'
import { searchOf, type Search } from '../../../../_server/page'
import { retentionPage } from '../../_page'

const Page = async ({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Search }) => {
  const [id, given] = [decodeURIComponent((await params).id), await searchOf(searchParams)]
  return retentionPage(keepingHref(encodeURIComponent(id)), async (desk) => (
    <KeepingPage lang={desk.lang} zone={desk.model.calendar.timeZone} view={await keepingView(desk, id)} fault={given.get('fault') ?? undefined} done={given.get('done') ?? undefined} />
  ))
}

export default Page
