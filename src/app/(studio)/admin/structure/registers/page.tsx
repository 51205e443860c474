import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { RegisterList } from '@/components/studio/registers/RegisterList'
import { t } from '@/i18n'
import { registerDrafts } from '@/services/registers/studio'
import { studioFrame } from '@/services/studio/frame'
import { pageStudio } from '../../../_server/page'

const PATH = '/admin/structure/registers'

const Page = async () => {
  const desk = await pageStudio(PATH, ['structure.view', 'structure.edit'])
  return (
    <StudioFrame frame={studioFrame(desk, { path: PATH, here: 'registers', speaks: ['registers'] })}>
      <div className="page-head"><div><h1>{t(desk.lang, 'registers.studio.headline')}</h1><p>{t(desk.lang, 'registers.studio.lead')}</p></div></div>
      <RegisterList registers={await registerDrafts(desk)} canEdit={desk.holds('structure.edit')} />
    </StudioFrame>
  )
}

export default Page
