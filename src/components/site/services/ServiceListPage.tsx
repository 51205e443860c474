import { t } from '../../../i18n'
import type { ServiceCard, ServiceListView } from '../../../services/site/content/services'
import { SubmitButton } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Tag } from '../../ui/Tag'
import { Crumbs } from '../Crumbs'
import { Onward, Section } from '../Section'
import type { SiteContext } from '../types'

const Find = ({ ctx: { lang, href }, query }: { ctx: SiteContext; query: string | undefined }) => (
  <form className="places-find" method="get" action={href('/services')} role="search">
    <label className="strong" htmlFor="services-q">{t(lang, 'services.list.search')}</label>
    <div className="places-row">
      <input className="input" id="services-q" name="q" type="search" defaultValue={query} maxLength={60} placeholder={t(lang, 'services.list.searchHint')} autoComplete="off" />
      <SubmitButton>{t(lang, 'common.action.search')}</SubmitButton>
    </div>
  </form>
)

const Marks = ({ ctx: { lang }, card }: { ctx: SiteContext; card: ServiceCard }) =>
  card.online || card.bookable || card.agent ? (
    <p className="meta">
      {card.online && <Tag tone="plain" icon="check">{t(lang, 'services.list.online')}</Tag>}
      {card.bookable && <Tag tone="plain" icon="clock">{t(lang, 'services.list.bookable')}</Tag>}
      {card.agent && <Tag tone="plain" icon="user">{t(lang, 'services.list.agent')}</Tag>}
    </p>
  ) : null

/** Guides one below the other. */
export const ServiceItems = ({ ctx, items }: { ctx: SiteContext; items: readonly ServiceCard[] }) => (
  <ul className="list">
    {items.map((card) => (
      <li key={card.code} className="entry">
        <p className="entry-title phrase"><a href={ctx.href(card.path)}>{card.name}</a></p>
        {card.summary && <p className="small">{card.summary}</p>}
        <Marks ctx={ctx} card={card} />
      </li>
    ))}
  </ul>
)

const Groups = ({ ctx: { href }, view }: { ctx: SiteContext; view: ServiceListView }) => (
  <ul className="life-events">
    {view.groups.map(({ code, path, name, hint, count }) => (
      <li key={code}>
        <a href={href(path)} aria-current={view.group?.code === code ? 'true' : undefined}>
          <span className="strong">{name}</span> <span className="muted">{count}</span>
          {hint && <span className="small muted">{hint}</span>}
        </a>
      </li>
    ))}
  </ul>
)

const Nothing = ({ ctx: { lang, href }, view }: { ctx: SiteContext; view: ServiceListView }) =>
  view.query ? (
    <Empty icon="search" title={t(lang, 'services.list.nothing', { query: view.query })}>
      <p className="muted">{t(lang, 'services.list.nothingHint')}</p>
      <p><a className="own-line" href={href('/services')}>{t(lang, 'services.list.all')}</a></p>
    </Empty>
  ) : (
    <Empty icon="search" title={t(lang, 'services.list.none')}>
      <p className="muted">{t(lang, 'services.list.noneHint')}</p>
    </Empty>
  )

const titleOf = ({ lang }: SiteContext, { query, group, items }: ServiceListView): string => {
  if (query) return t(lang, 'services.list.found', { n: items.length })
  return group ? group.name : t(lang, 'services.list.everything')
}

/** The guides: by what happens in life, by a few everyday words, or all. */
export const ServiceListPage = ({ ctx, view, books }: { ctx: SiteContext; view: ServiceListView; /** Whether a counter can be booked. */ books: boolean }) => {
  const { lang, href } = ctx
  return (
    <>
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'common.nav.services'), ...(view.group ? { path: '/services' } : {}) }, ...(view.group ? [{ text: view.group.name }] : [])]} />
      <div className="stack-3">
        <div className="stack">
          <h1>{t(lang, 'common.nav.services')}</h1>
          <p className="muted">{t(lang, 'services.list.lead')}</p>
        </div>
        {view.total > 0 && <Find ctx={ctx} query={view.query} />}
        {books && <p className="row"><Onward href={href('/book')} text={t(lang, 'services.list.book')} /> <Onward href={href('/book/mine')} text={t(lang, 'services.list.mine')} /></p>}
      </div>
      {view.groups.length > 0 && (
        <Section id="events" first title={t(lang, 'services.list.events')} about={t(lang, 'services.list.eventsHint')}>
          <Groups ctx={ctx} view={view} />
        </Section>
      )}
      <Section id="items" first={view.groups.length === 0} title={titleOf(ctx, view)} {...(view.group || view.query ? { link: { href: href('/services'), text: t(lang, 'services.list.all') } } : {})}>
        {view.items.length > 0 ? <ServiceItems ctx={ctx} items={view.items} /> : <Nothing ctx={ctx} view={view} />}
      </Section>
    </>
  )
}
