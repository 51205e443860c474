import { FlowList } from '@/components/studio/flow/FlowList'
import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { t } from '@/i18n'
import { flowList } from '@/services/studio/flow/view'
import { studioFrame } from '@/services/studio/frame'
import { pageStudio } from '../../../_server/page'

const PATH = '/admin/structure/workflows'

const Page = async () => {
  const desk = await pageStudio(PATH, ['structure.view', 'structure.edit'])
  return (
    <StudioFrame frame={studioFrame(desk, { path: PATH, here: 'workflows', speaks: ['studioFlow'] })}>
      <div className="page-head"><div><h1>{t(desk.lang, 'studioFlow.list.heading')}</h1><p>{t(desk.lang, 'studioFlow.list.lead')}</p></div></div>
      <FlowList flows={await flowList(desk)} canEdit={desk.holds('structure.edit')} />
    </StudioFrame>
  )
}

export default Page
