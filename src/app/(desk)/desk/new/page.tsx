import { notFound } from 'next/navigation'
import { DeskFrame, NewMatter } from '@/components/desk'
import { newMatterVM } from '@/services/desk/create'
import { deskFrame } from '@/services/desk/frame'
import { pageDesk, searchOf, type Search } from '../../_server/page'
import { Questions } from './Questions.client'

const Page = async ({ searchParams }: { searchParams: Search }) => {
  const given = await searchOf(searchParams)
  const [entry, service] = [given.get('entry') ?? undefined, given.get('service') ?? undefined]
  const asked = new URLSearchParams({ ...(entry ? { entry } : {}), ...(service ? { service } : {}) }).toString()
  const desk = await pageDesk(asked ? `/desk/new?${asked}` : '/desk/new')
  if (!desk.holds('matter.create')) notFound()
  const [frame, view] = await Promise.all([deskFrame(desk, { path: '/desk/new', here: 'new' }), newMatterVM(desk, { entry, service })])
  return <DeskFrame frame={frame}><NewMatter view={view} Questions={Questions} /></DeskFrame>
}

export default Page
