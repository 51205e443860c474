import { notFound } from 'next/navigation'
import { DeskFrame, NewMatter } from '@/components/desk'
import { newMatterVM } from '@/services/desk/create'
import { deskFrame } from '@/services/desk/frame'
import { pageDesk, searchOf, type Search } from '../../_server/page'
import { Questions } from './Questions.client'

const Page = async ({ searchParams }: { searchParams: Search }) => {
  const entry = (await searchOf(searchParams)).get('entry') ?? undefined
  const desk = await pageDesk(entry ? `/desk/new?entry=${encodeURIComponent(entry)}` : '/desk/new')
  if (!desk.holds('matter.create')) notFound()
  const [frame, view] = await Promise.all([deskFrame(desk, { path: '/desk/new', here: 'new' }), newMatterVM(desk, entry)])
  return <DeskFrame frame={frame}><NewMatter view={view} Questions={Questions} /></DeskFrame>
}

export default Page
