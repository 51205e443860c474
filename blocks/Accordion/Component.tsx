import { BlockSection } from '@/components/site/blocks/BlockSection'
import type { BlockProps } from '@/components/site/blocks/types'
import { Fold } from '@/components/ui/Fold'

export const Accordion = ({ block: { heading, items }, id }: BlockProps<'accordion'>) => (
  <BlockSection id={id} heading={heading}>
    <div className="folds">
      {(items ?? []).map((item, at) => (
        <Fold key={item.id ?? at} title={item.title}>
          <p className="pre">{item.text}</p>
        </Fold>
      ))}
    </div>
  </BlockSection>
)
