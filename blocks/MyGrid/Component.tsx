import { BlockSection } from '@/components/site/blocks/BlockSection'
import type { BlockProps } from '@/components/site/blocks/types'
import { FindMyGrid } from '@/components/site/home/FindMyGrid'
import { t } from '@/i18n'

export const MyGrid = ({ block: { heading, text }, ctx, id }: BlockProps<'myGrid'>) => (
  <BlockSection id={id} heading={heading || t(ctx.lang, 'site.home.gridTitle')} about={text || t(ctx.lang, 'site.home.gridAbout')}>
    <FindMyGrid ctx={ctx} walkText={t(ctx.lang, 'site.grid.walkHome')} id={id} />
  </BlockSection>
)
