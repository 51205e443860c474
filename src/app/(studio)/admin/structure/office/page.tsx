import { pageStudio } from '@/app/(studio)/_server/page'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { OfficePage } from '@/components/studio/office/OfficePage'
import { studioFrame } from '@/services/studio/frame'
import { officeView } from '@/services/studio/office/view'

const PATH = '/admin/structure/office'

const Page = async () => {
  const desk = await pageStudio(PATH, ['settings.edit', 'structure.view'])
  const frame = studioFrame(desk, { path: PATH, here: 'office', speaks: ['setup', 'studioLimits'] })
  return <StudioFrame frame={frame}><OfficePage view={await officeView(desk)} canEdit={desk.holds('settings.edit')} /></StudioFrame>
}

export default Page
