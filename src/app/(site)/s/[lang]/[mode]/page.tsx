import { HomePage } from '@/components/site/home/HomePage'
import { latestNotices } from '@/services/site/content/notices'
import { solvedThisMonth } from '@/services/site/content/solved'
import { hasUnits } from '../../../lib/reportViews'
import { Frame, sitePage } from '../../../lib/sitePage'
import { contextOf } from '../../../lib/site'

export default sitePage(async (site) => {
  const { payload, model, lang } = site
  const [notices, solved] = [await latestNotices(payload, model, lang), await solvedThisMonth(payload, model, lang)]
  return (
    <Frame site={site} path="/" kind="home" current="home">
      <HomePage ctx={contextOf(site, '/')} view={{ searchPath: '/search', notices, noUnits: !hasUnits(model), ...(solved ? { solved } : {}) }} />
    </Frame>
  )
})
