import { notFound } from 'next/navigation'
import { DeskFrame } from '@/components/desk'
import { RoundsPage } from '@/components/desk/rounds/RoundsPage'
import { deskFrame } from '@/services/desk/frame'
import { roundsVM } from '@/services/routines/rounds/read'
import { pageDesk } from '../../_server/page'

const PATH = '/desk/rounds'

const Page = async () => {
  const desk = await pageDesk(PATH)
  if (!desk.holds('register.view') && !desk.holds('register.edit')) notFound()
  const [frame, view] = await Promise.all([deskFrame(desk, { path: PATH, here: 'rounds' }), roundsVM(desk)])
  return <DeskFrame frame={frame}><RoundsPage lang={desk.lang} view={view} /></DeskFrame>
}

export default Page
