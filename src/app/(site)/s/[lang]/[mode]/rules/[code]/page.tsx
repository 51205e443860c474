import { RulePage } from '@/components/site/rules/RulePage'
import { t } from '@/i18n'
import { ruleByCode } from '@/services/site/content/rules'
import { Frame, sitePage, titled } from '../../../../../lib/sitePage'
import { contextOf, type Site } from '../../../../../lib/site'
import { titleOrNothing } from '../../../../../lib/titles'

type Params = { code: string }

const find = (site: Site, code: string) => ruleByCode(site.payload, site.model, site.lang, decodeURIComponent(code))

export const generateMetadata = titled<Params>(async (site, { params }) => titleOrNothing(async () => (await find(site, (await params).code)).title))

export default sitePage<Params>(async (site, { params }) => {
  const { code } = await params
  const { clauses, ...rule } = await find(site, code)
  const path = `/rules/${code}`
  const shown = clauses.map(({ code: clause, ...rest }) => ({ id: `c${clause}`, label: t(site.lang, 'resident.rules.clause', { number: clause }), ...rest }))
  return (
    <Frame plain site={site} path={path} current="rules">
      <RulePage ctx={contextOf(site, path)} view={{ ...rule, clauses: shown }} />
    </Frame>
  )
})
