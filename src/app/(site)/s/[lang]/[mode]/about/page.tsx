import { AboutPage } from '@/components/site/info/AboutPage'
import { DomainError } from '@/domain/errors'
import { t } from '@/i18n'
import { aboutFacts } from '@/services/site/content/about'
import { pageByCode } from '@/services/site/content/pages'
import { PageBlocks } from '../../../../lib/PageBlocks'
import { Frame, sitePage, titled } from '../../../../lib/sitePage'
import { contextOf, type Site } from '../../../../lib/site'

export const generateMetadata = titled(({ lang }) => t(lang, 'site.about.title'))

/** What the office wrote about itself; an office need not have written anything. */
const ownPage = async ({ payload, model, lang }: Site) => {
  try {
    return await pageByCode(payload, model, lang, 'about')
  } catch (error) {
    if (error instanceof DomainError && error.code === 'notFound') return undefined
    throw error
  }
}

export default sitePage(async (site) => {
  const [facts, page] = [await aboutFacts(site.payload, site.model, site.lang), await ownPage(site)]
  const ctx = contextOf(site, '/about')
  return (
    <Frame plain site={site} path="/about" current="about">
      <AboutPage ctx={ctx} office={site.office} view={{ paragraphs: [], ...facts }} />
      {page && <PageBlocks site={site} ctx={ctx} blocks={page.blocks} />}
    </Frame>
  )
})
