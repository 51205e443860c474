import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { TeamsPage } from '@/components/studio/people/TeamsPage'
import { studioFrame } from '@/services/studio/frame'
import { teamsView } from '@/services/studio/people/view'
import { pageStudio } from '../../../_server/page'

const PATH = '/admin/structure/teams'

const Page = async () => {
  const desk = await pageStudio(PATH, ['structure.view', 'structure.edit', 'people.edit'])
  const view = await teamsView(desk)
  return <StudioFrame frame={studioFrame(desk, { path: PATH, here: 'teams', speaks: ['studioPeople'] })}><TeamsPage view={view} /></StudioFrame>
}

export default Page
