import { pageStudio } from '@/app/(studio)/_server/page'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { SourcesPage } from '@/components/studio/types/SourcesPage'
import { studioFrame } from '@/services/studio/frame'
import { sourcesView } from '@/services/studio/types/view'

const PATH = '/admin/structure/sources'

const Page = async () => {
  const desk = await pageStudio(PATH, ['structure.view', 'structure.edit'])
  const frame = studioFrame(desk, { path: PATH, here: 'sources', speaks: ['setup'] })
  return <StudioFrame frame={frame}><SourcesPage sources={sourcesView(desk)} canEdit={desk.holds('structure.edit')} /></StudioFrame>
}

export default Page
