import { CertificatePage } from '@/components/desk/retention/CertificatePage'
import { certificateView } from '@/services/desk/retention'
import { retentionPage } from '../_page'

const Page = async ({ params }: { params: Promise<{ run: string }> }) => {
  const run = decodeURIComponent((await params).run)
  return retentionPage(`/desk/retention/${encodeURIComponent(run)}`, async (desk) => <CertificatePage lang={desk.lang} zone={desk.model.calendar.timeZone} view={await certificateView(desk, run)} />)
}

export default Page
