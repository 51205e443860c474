import { SosPage } from '@/components/site/kiosk/SosPage'
import { t } from '@/i18n'
import { contextOf } from '../../../../lib/site'
import { Frame, sitePage, titled } from '../../../../lib/sitePage'

export const generateMetadata = titled(({ lang }) => t(lang, 'site.sos.title'))

export default sitePage(async (site) => (
  <Frame plain site={site} path="/sos">
    <SosPage ctx={contextOf(site, '/sos')} office={site.office} />
  </Frame>
))
