import { BlockSection } from '@/components/site/blocks/BlockSection'
import type { BlockProps } from '@/components/site/blocks/types'

export const Facts = ({ block: { heading, items }, id }: Pick<BlockProps<'facts'>, 'block' | 'id'>) => (
  <BlockSection id={id} heading={heading}>
    <dl className="block-facts">
      {(items ?? []).map((item, at) => (
        <div key={item.id ?? at}>
          <dt>{item.label}</dt>
          <dd>
            <strong>{item.value}</strong>
            {item.note ? <span>{item.note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  </BlockSection>
)
