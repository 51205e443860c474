import { RichText } from '@blocks/RichText/Component'
import { notFound } from 'next/navigation'
import { DeskFrame } from '@/components/desk'
import { NoticeDetailPage } from '@/components/desk/notices/NoticeDetailPage'
import { DomainError } from '@/domain/errors'
import type { Desk } from '@/services/desk/desk'
import { deskFrame } from '@/services/desk/frame'
import { noticeDetail } from '@/services/desk/noticeDetail'
import { pageDesk, searchOf, type Search } from '../../../_server/page'

const found = async (desk: Desk, id: string) => {
  try {
    return await noticeDetail(desk, id)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'notFound') notFound()
    throw error
  }
}

const Page = async ({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Search }) => {
  const path = `/desk/notices/${encodeURIComponent((await params).id)}`
  const desk = await pageDesk(path)
  const given = await searchOf(searchParams)
  const view = await found(desk, (await params).id)
  const frame = await deskFrame(desk, { path, here: 'notices' })
  return (
    <DeskFrame frame={frame}>
      <NoticeDetailPage lang={desk.lang} view={view} fault={given.get('fault') ?? undefined} done={given.get('done') ?? undefined}>
        <RichText body={view.body as Parameters<typeof RichText>[0]['body']} />
      </NoticeDetailPage>
    </DeskFrame>
  )
}

export default Page
