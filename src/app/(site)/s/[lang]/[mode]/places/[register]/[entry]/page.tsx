import { PlacePage } from '@/components/site/registers/PlacePage'
import { placePage } from '@/services/site/content/places'
import { reportDoor } from '@/services/site/report/send'
import { Frame, sitePage, titled } from '../../../../../../lib/sitePage'
import { contextOf } from '../../../../../../lib/site'
import { titleOrNothing } from '../../../../../../lib/titles'

type Params = { register: string; entry: string }

const codesOf = async (params: Promise<Params>): Promise<[string, string]> => {
  const { register, entry } = await params
  return [decodeURIComponent(register), decodeURIComponent(entry)]
}

export const generateMetadata = titled<Params>((site, { params }) => titleOrNothing(async () => (await placePage(site, ...(await codesOf(params)))).title))

export default sitePage<Params>(async (site, { params }) => {
  const view = await placePage(site, ...(await codesOf(params)))
  return (
    <Frame plain site={site} path={view.path} current="places">
      <PlacePage ctx={contextOf(site, view.path)} view={view} reports={reportDoor(site.model).open} />
    </Frame>
  )
})
