import { ItemTitle, BlockSection } from '@/components/site/blocks/BlockSection'
import type { BlockProps } from '@/components/site/blocks/types'

/** What each post does for residents. A post that was closed since has no name any more, and is left out. */
export const People = ({ block: { heading }, data, id }: Pick<BlockProps<'people'>, 'block' | 'data' | 'id'>) => (
  <BlockSection id={id} heading={heading}>
    <ul className="block-people">
      {data.items.map(({ key, name, text }) => (
        <li key={key}>
          <ItemTitle under={heading}>{name}</ItemTitle>
          {text ? <p>{text}</p> : null}
        </li>
      ))}
    </ul>
  </BlockSection>
)
