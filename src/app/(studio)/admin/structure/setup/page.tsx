import { pageStudio } from '@/app/(studio)/_server/page'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { SetupPage } from '@/components/studio/setup/SetupPage'
import { setupView } from '@/services/setup/view'
import { studioFrame } from '@/services/studio/frame'

const PATH = '/admin/structure/setup'

const Page = async () => {
  const desk = await pageStudio(PATH, ['settings.edit', 'grants.edit', 'people.edit'])
  const frame = studioFrame(desk, { path: PATH, here: 'setup', speaks: ['setup', 'studioLimits'] })
  return <StudioFrame frame={frame}><SetupPage view={await setupView(desk)} /></StudioFrame>
}

export default Page
