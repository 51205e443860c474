import type { ReactNode } from 'react'
import type { BlockProps } from '@/components/site/blocks/types'
import type { SiteContext } from '@/components/site/types'
import { t } from '@/i18n'
import { isEmptyBlock } from '@/services/site/blocks/empty'
import type { BlockType, Loaded, LoadedOf } from '@/services/site/blocks/types'
import { BlockSection } from '@/components/site/blocks/BlockSection'
import { Accordion } from './Accordion/Component'
import { AlertBanner } from './AlertBanner/Component'
import { Callout } from './Callout/Component'
import { Chart } from './Chart/Component'
import { Contacts } from './Contacts/Component'
import { Downloads } from './Downloads/Component'
import { Embed } from './Embed/Component'
import { Facts } from './Facts/Component'
import { Figures } from './Figures/Component'
import { Gallery } from './Gallery/Component'
import { Hero } from './Hero/Component'
import { Honours } from './Honours/Component'
import { Links } from './Links/Component'
import { MyGrid } from './MyGrid/Component'
import { NoticeList } from './NoticeList/Component'
import { People } from './People/Component'
import { ReportEntry } from './ReportEntry/Component'
import { RichText } from './RichText/Component'
import { RuleList } from './RuleList/Component'
import { Services } from './Services/Component'
import { Steps } from './Steps/Component'
import { TrackEntry } from './TrackEntry/Component'
import { UnitMap } from './UnitMap/Component'

type Props<T extends BlockType> = BlockProps<T> & { staff: boolean }

/** One entry a block: a block without a component is a type error here. */
const COMPONENTS: { [T in BlockType]: (props: Props<T>) => ReactNode } = {
  hero: Hero,
  reportEntry: ReportEntry,
  trackEntry: TrackEntry,
  myGrid: MyGrid,
  services: Services,
  noticeList: NoticeList,
  alertBanner: AlertBanner,
  richText: ({ block, id }) => (
    <BlockSection id={id} heading={block.heading}>
      <RichText body={block.body} />
    </BlockSection>
  ),
  callout: Callout,
  steps: Steps,
  accordion: Accordion,
  facts: Facts,
  figures: Figures,
  chart: Chart,
  unitMap: UnitMap,
  people: People,
  contacts: Contacts,
  ruleList: RuleList,
  links: Links,
  downloads: Downloads,
  gallery: Gallery,
  honours: Honours,
  embed: ({ block, data, ctx, id, staff }) => (
    <Embed block={block}>
      <RenderBlocks blocks={data?.blocks ?? []} ctx={ctx} staff={staff} prefix={`${id}-`} main={false} />
    </Embed>
  ),
}

const draw = <T extends BlockType>(one: LoadedOf<T>, rest: Omit<Props<T>, 'block' | 'data'>): ReactNode => {
  const Component = COMPONENTS[one.type as T] as (props: object) => ReactNode
  return Component({ ...rest, block: one.block, data: one.data })
}

/** In the place of a block that shows residents nothing. */
const Hole = ({ type, lang }: { type: BlockType; lang: SiteContext['lang'] }) => (
  <div className="section section-bare">
    <p className="block-hole">{t(lang, 'blocks.preview.empty', { name: t(lang, `blocks.name.${type}`), why: t(lang, `blocks.empty.${type}`) })}</p>
  </div>
)

const MAIN: readonly BlockType[] = ['hero', 'reportEntry']

type All = {
  blocks: readonly Loaded[]
  ctx: SiteContext
  /** Whoever writes the page sees which blocks are empty, and why. */
  staff?: boolean
  /** Of what stands within another page. */
  prefix?: string
  /** Whether one of them may have the filled red surface: a page has one. */
  main?: boolean
}

/** The blocks of a page, loaded. What is empty is not there. */
export function RenderBlocks({ blocks, ctx, staff = false, prefix = 'b', main = true }: All): ReactNode {
  const first = main ? blocks.findIndex(({ type }) => MAIN.includes(type)) : -1
  return (
    <>
      {blocks.map((one, at) => {
        const id = `${prefix}${at + 1}`
        if (!isEmptyBlock(one)) return <div key={one.block.id ?? id} className="block">{draw(one, { ctx, id, staff, main: at === first })}</div>
        return staff ? <div key={one.block.id ?? id} className="block"><Hole type={one.type} lang={ctx.lang} /></div> : null
      })}
    </>
  )
}
