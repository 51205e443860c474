import { GuidePage } from '@/components/site/services/GuidePage'
import { serviceByCode, servicePath } from '@/services/site/content/services'
import { Frame, sitePage, titled } from '../../../../../lib/sitePage'
import { contextOf, type Site } from '../../../../../lib/site'
import { titleOrNothing } from '../../../../../lib/titles'

type Params = { code: string }

const find = (site: Site, code: string) => serviceByCode(site, decodeURIComponent(code))

export const generateMetadata = titled<Params>(async (site, { params }) => titleOrNothing(async () => (await find(site, (await params).code)).name))

export default sitePage<Params>(async (site, { params }) => {
  const view = await find(site, (await params).code)
  const path = servicePath(view.code)
  return (
    <Frame plain site={site} path={path} current="services">
      <GuidePage ctx={contextOf(site, path)} view={view} />
    </Frame>
  )
})
