import { BlockSection } from '@/components/site/blocks/BlockSection'
import type { BlockProps } from '@/components/site/blocks/types'
import { safeHref } from '@/domain/href'

export const Links = ({ block: { heading, items }, ctx: { href }, id }: Pick<BlockProps<'links'>, 'block' | 'ctx' | 'id'>) => (
  <BlockSection id={id} heading={heading}>
    <ul className="block-links">
      {(items ?? []).filter((item) => safeHref(item.href ?? '')).map((item, at) => (
        <li key={item.id ?? at}>
          <a href={href(item.href)}>{item.label}</a>
          {item.note ? <p>{item.note}</p> : null}
        </li>
      ))}
    </ul>
  </BlockSection>
)
