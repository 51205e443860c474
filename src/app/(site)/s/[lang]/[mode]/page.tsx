import { HomePage } from '@/components/site/home/HomePage'
import { latestNotices } from '@/services/site/content/notices'
import { Frame, sitePage } from '../../../lib/sitePage'
import { contextOf } from '../../../lib/site'

export default sitePage(async (site) => (
  <Frame site={site} path="/" kind="home" current="home">
    <HomePage ctx={contextOf(site, '/')} view={{ searchPath: '/search', notices: await latestNotices(site.payload, site.model, site.lang) }} />
  </Frame>
))
