import { MyReportsPage } from '@/components/site/track/MyReportsPage'
import { t } from '@/i18n'
import { Frame, sitePage, titled } from '../../../../lib/sitePage'
import { contextOf } from '../../../../lib/site'

export const generateMetadata = titled(({ lang }) => t(lang, 'site.mine.title'), false)

export default sitePage(async (site) => (
  <Frame site={site} path="/mine" current="mine">
    <MyReportsPage ctx={contextOf(site, '/mine')} trackForm={{ action: '/do/track', hidden: {} }} />
  </Frame>
))
