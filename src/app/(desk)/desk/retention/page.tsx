import { RetentionPage } from '@/components/desk/retention/RetentionPage'
import { retentionView } from '@/services/desk/retention'
import { searchOf, type Search } from '../../_server/page'
import { retentionPage } from './_page'

const Page = async ({ searchParams }: { searchParams: Search }) => {
  const given = await searchOf(searchParams)
  return retentionPage('/desk/retention', async (desk) => (
    <RetentionPage lang={desk.lang} zone={desk.model.calendar.timeZone} view={await retentionView(desk)} fault={given.get('fault') ?? undefined} done={given.get('done') ?? undefined} />
  ))
}

export default Page
