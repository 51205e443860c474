import { DeskFrame, FirstScreen } from '@/components/desk'
import { firstScreen } from '@/services/desk/first'
import { deskFrame } from '@/services/desk/frame'
import { pageDesk } from '../_server/page'

const Page = async () => {
  const desk = await pageDesk('/desk')
  const [frame, view] = await Promise.all([deskFrame(desk, { path: '/desk', here: 'first' }), firstScreen(desk)])
  return <DeskFrame frame={frame}><FirstScreen view={view} /></DeskFrame>
}

export default Page
