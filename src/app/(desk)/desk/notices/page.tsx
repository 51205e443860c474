import { DeskFrame } from '@/components/desk'
import { NoticesPage } from '@/components/desk/notices/NoticesPage'
import { deskFrame } from '@/services/desk/frame'
import { noticesView } from '@/services/desk/notices'
import { pageDesk, searchOf, type Search } from '../../_server/page'

const Page = async ({ searchParams }: { searchParams: Search }) => {
  const desk = await pageDesk('/desk/notices')
  const wanted = (await searchOf(searchParams)).get('state')
  const [frame, view] = [await deskFrame(desk, { path: '/desk/notices', here: 'notices' }), await noticesView(desk, wanted)]
  return <DeskFrame frame={frame}><NoticesPage lang={desk.lang} view={view} /></DeskFrame>
}

export default Page
