import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { RoutingEditor } from '@/components/studio/routing/RoutingEditor'
import { t } from '@/i18n'
import { routingEditor } from '@/services/studio/routing/editor'
import { studioFrame } from '@/services/studio/frame'
import { pageStudio } from '../../../_server/page'

const PATH = '/admin/structure/routing'

type Props = { searchParams: Promise<{ set?: string | string[] }> }

const Page = async ({ searchParams }: Props) => {
  const desk = await pageStudio(PATH, ['structure.view', 'structure.edit'])
  const { set } = await searchParams
  const frame = studioFrame(desk, { path: PATH, here: 'routing', speaks: ['studioRouting'] })
  const view = await routingEditor(desk, typeof set === 'string' ? set : undefined)
  const fixes = Object.fromEntries(frame.groups.flatMap(({ links }) => links.map(({ key, href }) => [key, href])))
  return (
    <StudioFrame frame={frame}>
      <div className="page-head"><div><h1>{t(desk.lang, 'studioRouting.title')}</h1><p>{t(desk.lang, 'studioRouting.lead')}</p></div></div>
      <RoutingEditor view={view} can={{ edit: desk.holds('structure.edit'), publish: desk.holds('structure.publish') }} fixes={fixes} />
    </StudioFrame>
  )
}

export default Page
