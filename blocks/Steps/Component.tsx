import { ItemTitle, BlockSection } from '@/components/site/blocks/BlockSection'
import type { BlockProps } from '@/components/site/blocks/types'

export const Steps = ({ block: { heading, items }, id }: Pick<BlockProps<'steps'>, 'block' | 'id'>) => (
  <BlockSection id={id} heading={heading}>
    <ol className="block-steps">
      {(items ?? []).map((item, at) => (
        <li key={item.id ?? at}>
          <ItemTitle under={heading}>{item.title}</ItemTitle>
          {item.text ? <p className="pre">{item.text}</p> : null}
        </li>
      ))}
    </ol>
  </BlockSection>
)
