import { CountersPage } from '@/components/site/booking/CountersPage'
import { t } from '@/i18n'
import { counterList } from '@/services/booking/view'
import { Frame, sitePage, titled } from '../../../../lib/sitePage'
import { contextOf } from '../../../../lib/site'

export const generateMetadata = titled(({ lang }) => t(lang, 'services.book.title'))

export default sitePage(async (site) => (
  <Frame plain site={site} path="/book" current="services">
    <CountersPage ctx={contextOf(site, '/book')} counters={await counterList(site)} />
  </Frame>
))
