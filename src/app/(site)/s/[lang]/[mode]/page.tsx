import { HomePage } from '@/components/site/home/HomePage'
import { latestNotices } from '@/services/site/content/notices'
import { openRegisters } from '@/services/site/content/places'
import { solvedThisMonth } from '@/services/site/content/solved'
import { hasUnits } from '../../../lib/reportViews'
import { Frame, sitePage } from '../../../lib/sitePage'
import { contextOf } from '../../../lib/site'

export default sitePage(async (site) => {
  const { payload, model, lang } = site
  const [notices, solved, registers] = [await latestNotices(payload, model, lang), await solvedThisMonth(payload, model, lang), site.places ? await openRegisters(site) : []]
  return (
    <Frame plain site={site} path="/" kind="home" current="home">
      <HomePage ctx={contextOf(site, '/')} view={{ searchPath: '/search', notices, noUnits: !hasUnits(model), ...(site.services > 0 ? { services: { count: site.services } } : {}), places: registers.filter(({ count }) => count > 0), ...(solved ? { solved } : {}) }} />
    </Frame>
  )
})
