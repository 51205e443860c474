import { BlockSection } from '@/components/site/blocks/BlockSection'
import type { BlockProps } from '@/components/site/blocks/types'
import { t } from '@/i18n'

export const RuleList = ({ block: { heading }, data, ctx: { lang, href }, id }: BlockProps<'ruleList'>) => (
  <BlockSection id={id} heading={heading || t(lang, 'common.nav.rules')} link={{ href: href('/rules'), text: t(lang, 'blocks.site.allRules') }}>
    <ul className="list">
      {data.items.map(({ path, number, title, summary }) => (
        <li className="entry" key={path}>
          <p className="entry-title phrase">
            <a href={href(path)}>{title}</a>
          </p>
          {number ? <p className="meta">{number}</p> : null}
          {summary ? <p className="small muted">{summary}</p> : null}
        </li>
      ))}
    </ul>
  </BlockSection>
)
