import { notFound } from 'next/navigation'
import { DeskFrame, NewMatter } from '@/components/desk'
import { newMatterVM } from '@/services/desk/create'
import { deskFrame } from '@/services/desk/frame'
import { pageDesk } from '../../_server/page'
import { Questions } from './Questions.client'

const Page = async () => {
  const desk = await pageDesk('/desk/new')
  if (!desk.holds('matter.create')) notFound()
  const [frame, view] = await Promise.all([deskFrame(desk, { path: '/desk/new', here: 'new' }), newMatterVM(desk)])
  return <DeskFrame frame={frame}><NewMatter view={view} Questions={Questions} /></DeskFrame>
}

export default Page
