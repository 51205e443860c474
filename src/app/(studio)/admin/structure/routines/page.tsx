import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { RoutineList } from '@/components/studio/routines/RoutineList'
import { routinesView } from '@/services/routines/editor'
import { studioFrame } from '@/services/studio/frame'
import { pageStudio } from '../../../_server/page'

const PATH = '/admin/structure/routines'

const Page = async () => {
  const desk = await pageStudio(PATH, ['structure.view', 'structure.edit'])
  return <StudioFrame frame={studioFrame(desk, { path: PATH, here: 'routines', speaks: ['routines'] })}><RoutineList view={await routinesView(desk)} /></StudioFrame>
}

export default Page
