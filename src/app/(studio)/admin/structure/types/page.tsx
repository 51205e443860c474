import { pageStudio } from '@/app/(studio)/_server/page'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { TypesPage } from '@/components/studio/types/TypesPage'
import { studioFrame } from '@/services/studio/frame'
import { typesView } from '@/services/studio/types/view'

const PATH = '/admin/structure/types'

const Page = async () => {
  const desk = await pageStudio(PATH, ['structure.view', 'structure.edit'])
  const frame = studioFrame(desk, { path: PATH, here: 'types', speaks: ['setup'] })
  return <StudioFrame frame={frame}><TypesPage view={typesView(desk)} canEdit={desk.holds('structure.edit')} /></StudioFrame>
}

export default Page
