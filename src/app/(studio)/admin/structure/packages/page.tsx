import { Packages } from '@/components/studio/packages/Packages'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { t } from '@/i18n'
import { mayImport } from '@/services/structure/package/allowed'
import { packagesView } from '@/services/structure/package/packagesView'
import { studioFrame } from '@/services/studio/frame'
import { pageStudio } from '../../../_server/page'

const PATH = '/admin/structure/packages'

const Page = async () => {
  const desk = await pageStudio(PATH, ['structure.view', 'structure.edit'])
  const view = await packagesView(desk)
  return (
    <StudioFrame frame={studioFrame(desk, { path: PATH, here: 'packages', speaks: ['packages'] })}>
      <div className="page-head"><div><h1>{t(desk.lang, 'packages.title')}</h1><p>{t(desk.lang, 'packages.lead')}</p></div></div>
      <Packages view={view} canImport={mayImport(desk.holds)} />
    </StudioFrame>
  )
}

export default Page
