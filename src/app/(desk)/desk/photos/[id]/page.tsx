import { notFound } from 'next/navigation'
import { CoverPage, DeskFrame } from '@/components/desk'
import { DomainError } from '@/domain/errors'
import { coverView } from '@/services/desk/cover'
import { deskFrame } from '@/services/desk/frame'
import { recordDeskRefusal } from '@/services/desk/refused'
import { pageDesk } from '../../../_server/page'

const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  const path = `/desk/photos/${encodeURIComponent(id)}`
  const desk = await pageDesk(path)
  const view = await coverView(desk, id).catch(async (error: unknown) => {
    if (!(error instanceof DomainError)) throw error
    await recordDeskRefusal(desk, { error, method: 'GET', path })
    return undefined
  })
  if (!view) notFound()
  return <DeskFrame frame={await deskFrame(desk, { path })}><CoverPage view={view} /></DeskFrame>
}

export default Page
