import { t } from '../../../i18n'
import { Empty } from '../../ui/Empty'
import { fullDay } from '../../ui/dates'
import { Crumbs } from '../Crumbs'
import { Section } from '../Section'
import type { RuleItemView, RuleListView, SiteContext } from '../types'

/** The public rule documents, by group. */
export const RuleListPage = ({ ctx, view }: { ctx: SiteContext; view: RuleListView }) => {
  const { lang } = ctx
  const groups = view.groups.filter((group) => group.items.length > 0)
  return (
    <>
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'site.rules.title') }]} />
      <div className="stack">
        <h1>{t(lang, 'site.rules.title')}</h1>
        <p className="muted">{t(lang, 'site.rules.intro')}</p>
      </div>
      {groups.length === 0 && (
        <div className="section-first">
          <Empty icon="rule" title={t(lang, 'site.rules.none')}>
            <p className="muted">{t(lang, 'site.rules.noneHint')}</p>
          </Empty>
        </div>
      )}
      {groups.map((group, index) =>
        group.name ? (
          <Section key={group.name} id={`group-${index}`} title={group.name} first={index === 0}>
            <RuleItems ctx={ctx} items={group.items} />
          </Section>
        ) : (
          <div className="section-first" key="all">
            <RuleItems ctx={ctx} items={group.items} ruled />
          </div>
        ),
      )}
    </>
  )
}

const RuleItems = ({ ctx, items, ruled }: { ctx: SiteContext; items: RuleItemView[]; ruled?: boolean }) => (
  <ul className={ruled ? 'list list-ruled' : 'list'}>
    {items.map(({ path, number, title, version, effectiveFrom, summary }) => (
      <li key={path}>
        <p className="entry-title phrase">
          <a href={ctx.href(path)}>{title}</a>
        </p>
        {summary && <p className="small">{summary}</p>}
        <p className="meta">
          {number && <span>{number}</span>}
          <span>{t(ctx.lang, 'site.rules.versionOf', { version })}</span>
          <span>{t(ctx.lang, 'site.rules.effective', { date: fullDay(effectiveFrom, ctx) })}</span>
        </p>
      </li>
    ))}
  </ul>
)
