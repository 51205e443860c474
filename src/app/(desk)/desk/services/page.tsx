import { DeskFrame } from '@/components/desk'
import { ServicesPage } from '@/components/desk/services/ServicesPage'
import { deskFrame } from '@/services/desk/frame'
import { deskServices } from '@/services/desk/services'
import { pageDesk } from '../../_server/page'

const Page = async () => {
  const desk = await pageDesk('/desk/services')
  const [frame, lines] = await Promise.all([deskFrame(desk, { path: '/desk/services', here: 'services' }), deskServices(desk)])
  return <DeskFrame frame={frame}><ServicesPage lang={desk.lang} lines={lines} /></DeskFrame>
}

export default Page
