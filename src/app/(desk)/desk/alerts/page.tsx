import { notFound } from 'next/navigation'
import { DeskFrame } from '@/components/desk'
import { AlertsPage } from '@/components/desk/notices/AlertsPage'
import { alertsView } from '@/services/desk/alerts'
import { deskFrame } from '@/services/desk/frame'
import { pageDesk, searchOf, type Search } from '../../_server/page'

const Page = async ({ searchParams }: { searchParams: Search }) => {
  const desk = await pageDesk('/desk/alerts')
  if (!desk.holds('alert.publish')) notFound()
  const given = await searchOf(searchParams)
  const text = (name: string): string | undefined => given.get(name) ?? undefined
  const [frame, view] = [await deskFrame(desk, { path: '/desk/alerts', here: 'alerts' }), await alertsView(desk)]
  return <DeskFrame frame={frame}><AlertsPage lang={desk.lang} view={view} fault={text('fault')} done={text('done')} typed={{ zh: text('zh'), en: text('en'), path: text('path') }} /></DeskFrame>
}

export default Page
