import { UnitPage } from '@/components/site/grid/UnitPage'
import { say } from '@/domain/words'
import { unitFacts } from '@/services/site/content/grid'
import { Frame, sitePage, titled } from '../../../../../lib/sitePage'
import { contextOf } from '../../../../../lib/site'

type Params = { code: string }

export const generateMetadata = titled<Params>(async ({ model, lang }, { params }) => say(model.units.byCode.get(decodeURIComponent((await params).code))?.name, lang))

export default sitePage<Params>(async (site, { params }) => {
  const code = decodeURIComponent((await params).code)
  const path = `/grid/${encodeURIComponent(code)}`
  return (
    <Frame plain site={site} path={path} current="grid">
      <UnitPage ctx={contextOf(site, path)} office={site.office} view={await unitFacts(site.payload, site.model, site.lang, code)} />
    </Frame>
  )
})
