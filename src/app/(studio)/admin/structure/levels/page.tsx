import { pageStudio } from '@/app/(studio)/_server/page'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { LevelsEditor } from '@/components/studio/territory/LevelsEditor'
import { studioFrame } from '@/services/studio/frame'
import { territoryView } from '@/services/studio/territory/view'

const PATH = '/admin/structure/levels'

const Page = async () => {
  const desk = await pageStudio(PATH, ['structure.view', 'structure.edit'])
  const frame = studioFrame(desk, { path: PATH, here: 'levels', speaks: ['studioTerritory'] })
  const { levels, posts } = await territoryView(desk)
  return <StudioFrame frame={frame}><LevelsEditor view={{ levels, posts }} can={{ edit: desk.holds('structure.edit') }} /></StudioFrame>
}

export default Page
