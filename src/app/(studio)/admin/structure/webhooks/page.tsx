import { pageStudio } from '@/app/(studio)/_server/page'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { WebhooksPage } from '@/components/studio/webhooks/WebhooksPage'
import { deadView } from '@/services/outbox/dead'
import { studioFrame } from '@/services/studio/frame'
import { hookLines } from '@/services/webhooks/view'

const PATH = '/admin/structure/webhooks'

const Page = async () => {
  const desk = await pageStudio(PATH, ['settings.edit', 'health.view'])
  const frame = studioFrame(desk, { path: PATH, here: 'webhooks', speaks: ['webhooks'] })
  return <StudioFrame frame={frame}><WebhooksPage hooks={await hookLines(desk)} dead={await deadView(desk)} canEdit={desk.holds('settings.edit')} /></StudioFrame>
}

export default Page
