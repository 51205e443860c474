import { RenderBlocks } from '@blocks/RenderBlocks'
import type { SiteContext } from '@/components/site/types'
import type { Page } from '@/payload-types'
import { loadBlocks } from '@/services/site/blocks/load'
import type { Site } from './site'

type Props = { site: Pick<Site, 'payload' | 'model' | 'lang'>; ctx: SiteContext; blocks: Page['blocks']; /** Shows what is not public yet, and what is missing. */ staff?: boolean }

/** The blocks of a page with what they show, read once for all of them. */
export const PageBlocks = async ({ site: { payload, model, lang }, ctx, blocks, staff = false }: Props) => (
  <div className="blocks">
    <RenderBlocks blocks={await loadBlocks({ payload, model, lang, staff }, blocks)} ctx={ctx} staff={staff} />
  </div>
)
