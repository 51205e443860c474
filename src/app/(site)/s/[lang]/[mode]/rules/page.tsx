import { RuleListPage } from '@/components/site/rules/RuleListPage'
import { t } from '@/i18n'
import { ruleList } from '@/services/site/content/rules'
import { Frame, sitePage, titled } from '../../../../lib/sitePage'
import { contextOf } from '../../../../lib/site'

export const generateMetadata = titled(({ lang }) => t(lang, 'site.rules.title'))

export default sitePage(async (site) => {
  const groups = await ruleList(site.payload, site.model, site.lang)
  // With one kind only, its name would repeat the page's.
  const named = groups.map(({ kind, items }) => ({ ...(groups.length > 1 ? { name: t(site.lang, `resident.rules.${kind}`) } : {}), items }))
  return (
    <Frame plain site={site} path="/rules" current="rules">
      <RuleListPage ctx={contextOf(site, '/rules')} view={{ groups: named }} />
    </Frame>
  )
})
