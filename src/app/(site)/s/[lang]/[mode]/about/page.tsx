import { RenderBlocks } from '@blocks/RenderBlocks'
import { AboutPage } from '@/components/site/info/AboutPage'
import { DomainError } from '@/domain/errors'
import { say } from '@/domain/words'
import { t } from '@/i18n'
import { aboutFacts } from '@/services/site/content/about'
import { pageByCode } from '@/services/site/content/pages'
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
      {page && (
        <div className="blocks">
          <RenderBlocks blocks={page.blocks} href={ctx.href} postName={(id) => say(site.model.posts.byId.get(id)?.name, site.lang)} />
        </div>
      )}
    </Frame>
  )
})
