import { BlockSection } from '@/components/site/blocks/BlockSection'
import type { BlockProps } from '@/components/site/blocks/types'
import { t } from '@/i18n'

export const Services = ({ block: { heading }, data, ctx: { lang, href }, id }: BlockProps<'services'>) => (
  <BlockSection id={id} heading={heading || t(lang, 'common.nav.services')} link={{ href: href(data.path), text: t(lang, 'blocks.site.more') }}>
    <ul className="list">
      {data.items.map(({ path, name, summary }) => (
        <li className="entry" key={path}>
          <p className="entry-title phrase">
            <a href={href(path)}>{name}</a>
          </p>
          {summary ? <p className="small muted">{summary}</p> : null}
        </li>
      ))}
    </ul>
  </BlockSection>
)
