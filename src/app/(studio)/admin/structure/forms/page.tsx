import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { FormList } from '@/components/studio/forms/FormList'
import { t } from '@/i18n'
import { formList } from '@/services/studio/forms/view'
import { studioFrame } from '@/services/studio/frame'
import { pageStudio } from '../../../_server/page'

const PATH = '/admin/structure/forms'

const Page = async () => {
  const desk = await pageStudio(PATH, ['structure.view', 'structure.edit'])
  return (
    <StudioFrame frame={studioFrame(desk, { path: PATH, here: 'forms', speaks: ['studioForms'] })}>
      <div className="page-head"><div><h1>{t(desk.lang, 'studioForms.title')}</h1><p>{t(desk.lang, 'studioForms.list.lead')}</p></div></div>
      <FormList forms={await formList(desk)} canEdit={desk.holds('structure.edit')} />
    </StudioFrame>
  )
}

export default Page
