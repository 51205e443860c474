import { notFound } from 'next/navigation'
import { AuditPage, DeskFrame } from '@/components/desk'
import { auditView } from '@/services/desk/audit'
import { parseAuditQuery } from '@/services/desk/audit/query'
import { deskFrame } from '@/services/desk/frame'
import { pageDesk, searchOf, type Search } from '../../_server/page'

const PATH = '/desk/audit'

const Page = async ({ searchParams }: { searchParams: Search }) => {
  const desk = await pageDesk(PATH)
  if (!desk.holds('audit.view')) notFound()
  const [frame, view] = [await deskFrame(desk, { path: PATH, here: 'audit' }), await auditView(desk, parseAuditQuery(await searchOf(searchParams)))]
  return <DeskFrame frame={frame}><AuditPage lang={desk.lang} view={view} /></DeskFrame>
}

export default Page
