import { PlaceListPage } from '@/components/site/registers/PlaceListPage'
import { placeList } from '@/services/site/content/places'
import { takeToken } from '@/services/limits'
import { Frame, sitePage, titled } from '../../../../../lib/sitePage'
import { contextOf, one, visitorAddress } from '../../../../../lib/site'
import { titleOrNothing } from '../../../../../lib/titles'

type Params = { register: string }

const codeOf = async (params: Promise<Params>): Promise<string> => decodeURIComponent((await params).register)

export const generateMetadata = titled<Params>((site, { params }) => titleOrNothing(async () => (await placeList(site, await codeOf(params), {})).register.name))

export default sitePage<Params>(async (site, { params, searchParams }) => {
  const code = await codeOf(params)
  const query = await searchParams
  const q = one(query.q)
  const after = one(query.after)
  if (q) await takeToken({ payload: site.payload, door: 'lookup', address: await visitorAddress() })
  const view = await placeList(site, code, { ...(q ? { q } : {}), ...(after ? { after } : {}) })
  const path = q ? `${view.register.path}?q=${encodeURIComponent(q)}` : view.register.path
  return (
    <Frame plain site={site} path={path} current="places">
      <PlaceListPage ctx={contextOf(site, path)} view={view} />
    </Frame>
  )
})
