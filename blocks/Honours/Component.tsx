import { ItemTitle, BlockSection } from '@/components/site/blocks/BlockSection'
import type { BlockProps } from '@/components/site/blocks/types'

export const Honours = ({ block: { heading, items }, id }: BlockProps<'honours'>) => (
  <BlockSection id={id} heading={heading}>
    <ul className="honours">
      {(items ?? []).map((item, at) => (
        <li key={item.id ?? at}>
          <ItemTitle under={heading}>{item.title}</ItemTitle>
          <p>{item.holder}</p>
          <p className="small muted">{[item.giver, item.year].filter(Boolean).join(' · ')}</p>
        </li>
      ))}
    </ul>
  </BlockSection>
)
