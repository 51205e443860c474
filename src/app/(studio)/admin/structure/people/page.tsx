import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { PeoplePage } from '@/components/studio/people/PeoplePage'
import { studioFrame } from '@/services/studio/frame'
import { peopleView } from '@/services/studio/people/person'
import { pageStudio } from '../../../_server/page'

const PATH = '/admin/structure/people'

const Page = async () => {
  const desk = await pageStudio(PATH, ['people.view', 'people.edit'])
  return <StudioFrame frame={studioFrame(desk, { path: PATH, here: 'memberships', speaks: ['studioPeople'] })}><PeoplePage view={peopleView(desk)} /></StudioFrame>
}

export default Page
