import { ProcessingPage } from '@/components/desk/retention/ProcessingPage'
import { processingView } from '@/services/desk/processing'
import { searchOf, type Search } from '../../_server/page'
import { lookedOf } from '../../_server/processingForm'
import { retentionPage } from '../retention/_page'

const Page = async ({ searchParams }: { searchParams: Search }) => {
  const given = await searchOf(searchParams)
  return retentionPage('/desk/processing', async (desk) => (
    <ProcessingPage lang={desk.lang} zone={desk.model.calendar.timeZone} view={await processingView(desk)} fault={given.get('fault') ?? undefined} done={given.get('done') ?? undefined} looked={await lookedOf(desk, given.get('look'))} />
  ))
}

export default Page
