import { BlockSection } from '@/components/site/blocks/BlockSection'
import type { BlockProps } from '@/components/site/blocks/types'
import { Icon } from '@/components/ui/Icon'
import { safeHref } from '@/domain/href'
import { t } from '@/i18n'

/** What kind of file an address ends in, as people know it: "PDF". */
const formatOf = (href: string): string | undefined => /\.([A-Za-z0-9]{2,5})(?:[?#]|$)/.exec(href.replace(/^https?:\/\/[^/]*/, ''))?.[1]?.toUpperCase()

export const Downloads = ({ block: { heading, items }, ctx, id }: BlockProps<'downloads'>) => (
  <BlockSection id={id} heading={heading}>
    <ul className="list list-ruled">
      {(items ?? []).filter(({ href }) => safeHref(href ?? '')).map(({ id: key, label, href, size, note }, at) => {
        const details = [formatOf(href), size].filter(Boolean).join(' ')
        return (
          <li className="attachment" key={key ?? at}>
            <Icon name="file" />
            <a className="own-line" href={ctx.href(href)}>
              {details ? t(ctx.lang, 'blocks.site.download', { label, details }) : label}
            </a>
            {note ? <span className="small muted">{note}</span> : null}
          </li>
        )
      })}
    </ul>
  </BlockSection>
)
