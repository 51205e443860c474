import { notFound } from 'next/navigation'
import { DeskFrame, MatterPage } from '@/components/desk'
import { DomainError } from '@/domain/errors'
import { deskFrame } from '@/services/desk/frame'
import { openMatter } from '@/services/desk/matter/open'
import { pageDesk, searchOf, type Search } from '../../../_server/page'

const found = async <T,>(reading: Promise<T>): Promise<T> => {
  try {
    return await reading
  } catch (error) {
    if (error instanceof DomainError && error.code === 'notFound') notFound()
    throw error
  }
}

const Page = async ({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Search }) => {
  const { id } = await params
  const path = `/desk/matters/${encodeURIComponent(id)}`
  const desk = await pageDesk(path)
  const [matter, frame] = await Promise.all([found(openMatter(desk, id)), deskFrame(desk, { path })])
  return <DeskFrame frame={frame}><MatterPage key={matter.id} matter={matter} open={(await searchOf(searchParams)).get('do') ?? undefined} /></DeskFrame>
}

export default Page
