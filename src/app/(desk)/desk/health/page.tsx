import { notFound } from 'next/navigation'
import { DeskFrame, HealthPage } from '@/components/desk'
import { deskFrame } from '@/services/desk/frame'
import { healthView } from '@/services/desk/health'
import { pageDesk } from '../../_server/page'

const PATH = '/desk/health'

const Page = async () => {
  const desk = await pageDesk(PATH)
  if (!desk.holds('health.view')) notFound()
  const [frame, view] = await Promise.all([deskFrame(desk, { path: PATH, here: 'health' }), healthView(desk)])
  return <DeskFrame frame={frame}><HealthPage lang={desk.lang} view={view} /></DeskFrame>
}

export default Page
