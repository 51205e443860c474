import { PlacesPage } from '@/components/site/registers/PlacesPage'
import { t } from '@/i18n'
import { openRegisters } from '@/services/site/content/places'
import { Frame, sitePage, titled } from '../../../../lib/sitePage'
import { contextOf } from '../../../../lib/site'

export const generateMetadata = titled(({ lang }) => t(lang, 'registers.site.title'))

export default sitePage(async (site) => (
  <Frame plain site={site} path="/places" current="places">
    <PlacesPage ctx={contextOf(site, '/places')} registers={await openRegisters(site)} />
  </Frame>
))
