import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { RolesPage } from '@/components/studio/roles/RolesPage'
import { studioFrame } from '@/services/studio/frame'
import { rolesView } from '@/services/studio/roles/view'
import { pageStudio } from '../../../_server/page'

const PATH = '/admin/structure/roles'

const Page = async () => {
  const desk = await pageStudio(PATH, ['structure.view', 'grants.view', 'grants.edit'])
  const view = await rolesView(desk)
  return <StudioFrame frame={studioFrame(desk, { path: PATH, here: 'roles', speaks: ['studioRoles'] })}><RolesPage view={view} /></StudioFrame>
}

export default Page
