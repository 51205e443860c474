import type { Page } from '@/payload-types'
import { Callout } from './Callout/Component'
import { Facts } from './Facts/Component'
import { Links } from './Links/Component'
import { People, type PeopleProps } from './People/Component'
import { RichText } from './RichText/Component'
import { Steps } from './Steps/Component'

type PageBlock = NonNullable<Page['blocks']>[number]
type Props = { blocks: PageBlock[] | null | undefined; href: (path: string) => string; postName: PeopleProps['postName'] }

/** One entry a block: a block without a component is a type error here. */
const render = (block: PageBlock, { href, postName }: Omit<Props, 'blocks'>) => {
  switch (block.blockType) {
    case 'richText': return <RichText heading={block.heading} body={block.body} />
    case 'facts': return <Facts heading={block.heading} items={block.items} />
    case 'steps': return <Steps heading={block.heading} items={block.items} />
    case 'people': return <People heading={block.heading} items={block.items} postName={postName} />
    case 'links': return <Links heading={block.heading} items={block.items} href={href} />
    case 'callout': return <Callout heading={block.heading} tone={block.tone} text={block.text} />
    default: return block satisfies never
  }
}

export const RenderBlocks = ({ blocks, ...rest }: Props) => (
  <>
    {(blocks ?? []).map((block, index) => (
      <div key={block.id ?? index}>{render(block, rest)}</div>
    ))}
  </>
)
