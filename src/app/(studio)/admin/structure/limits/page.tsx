import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { LimitsEditor } from '@/components/studio/limits/LimitsEditor'
import { t } from '@/i18n'
import { limitsEditor } from '@/services/studio/limits/editor'
import { studioFrame } from '@/services/studio/frame'
import { pageStudio } from '../../../_server/page'
import { LimitTabs } from './Tabs'

const PATH = '/admin/structure/limits'

type Props = { searchParams: Promise<{ set?: string | string[] }> }

const Page = async ({ searchParams }: Props) => {
  const desk = await pageStudio(PATH, ['structure.view', 'structure.edit'])
  const { set } = await searchParams
  const view = await limitsEditor(desk, typeof set === 'string' ? set : undefined)
  return (
    <StudioFrame frame={studioFrame(desk, { path: PATH, here: 'limits', speaks: ['studioLimits'] })}>
      <div className="page-head"><div><h1>{t(desk.lang, 'studioLimits.title')}</h1><p>{t(desk.lang, 'studioLimits.lead')}</p></div><LimitTabs lang={desk.lang} here="limits" /></div>
      <LimitsEditor view={view} can={{ edit: desk.holds('structure.edit'), publish: desk.holds('structure.publish') }} />
    </StudioFrame>
  )
}

export default Page
