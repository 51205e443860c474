import { notFound } from 'next/navigation'
import { DeskFrame } from '@/components/desk'
import { RegistersList } from '@/components/desk/registers/RegistersList'
import { deskFrame } from '@/services/desk/frame'
import { registerLines } from '@/services/registers/read'
import { pageDesk } from '../../_server/page'

const PATH = '/desk/registers'

const Page = async () => {
  const desk = await pageDesk(PATH)
  if (!desk.holds('register.view') && !desk.holds('register.edit')) notFound()
  const [frame, lines] = await Promise.all([deskFrame(desk, { path: PATH, here: 'registers' }), registerLines(desk)])
  return <DeskFrame frame={frame}><RegistersList lang={desk.lang} lines={lines} /></DeskFrame>
}

export default Page
