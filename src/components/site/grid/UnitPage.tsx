import { t } from '../../../i18n'
import { Phone } from '../../ui/Phone'
import { Crumbs } from '../Crumbs'
import { Feeds } from '../notices/Feeds'
import { NoticeItems } from '../notices/NoticeItems'
import { Solved } from '../home/Solved'
import { Onward, Section } from '../Section'
import type { PlaceView } from '../types'
import { Tally } from './Tally'
import { UnitLinks } from './UnitLinks'
import { WhomToAsk, type UnitPageProps } from './WhomToAsk'

/** My grid: whom to ask and at which number, what is nearby, what is announced, how it is going. */
export const UnitPage = ({ ctx, office, view }: UnitPageProps) => {
  const { lang, href } = ctx
  return (
    <>
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'site.grid.title'), path: '/grid' }, ...view.crumbs, { text: view.name }]} />
      <div className="two two-wide unit">
        <div className="unit-head stack">
          <p className="muted">{view.levelName}</p>
          <h1>{view.name}</h1>
          {view.description && <p>{view.description}</p>}
        </div>
        <WhomToAsk ctx={ctx} office={office} view={view} />
        <div className="unit-rest stack">
          {view.children.length > 0 && (
            <section className="stack" aria-labelledby="s-children">
              <h2 id="s-children">{view.childLevelName ? t(lang, 'site.unit.childrenOf', { level: view.childLevelName }) : t(lang, 'site.unit.children')}</h2>
              <UnitLinks ctx={ctx} units={view.children} />
            </section>
          )}
          <Onward href={href('/grid')} text={t(lang, 'site.unit.otherPlace')} />
        </div>
      </div>
      {view.places.length > 0 && (
        <Section id="places" first title={t(lang, 'site.unit.places')}>
          <ul className="list">
            {view.places.map((place) => (
              <Place key={place.name} place={place} />
            ))}
          </ul>
        </Section>
      )}
      {view.services && view.services.length > 0 && (
        <Section id="services" first={view.places.length === 0} title={t(lang, 'site.unit.services')}>
          <ul className="links">{view.services.map(({ path, text }) => <li key={path}><a className="own-line" href={href(path)}>{text}</a></li>)}</ul>
        </Section>
      )}
      {view.notices.length > 0 && (
        <Section id="notices" first={view.places.length === 0} title={t(lang, 'site.unit.notices')}>
          <NoticeItems ctx={ctx} items={view.notices} />
          <p>
            <a className="own-line" href={ctx.href(`/notices?unit=${encodeURIComponent(view.code)}`)}>
              {t(lang, 'publishing.site.allFor')}
            </a>
          </p>
          <Feeds ctx={ctx} feed={`/feeds/units/${encodeURIComponent(view.code)}`} />
        </Section>
      )}
      {view.solved && <Solved ctx={ctx} solved={view.solved} title={t(lang, 'resident.solved.title')} />}
      {view.tally && <Tally ctx={ctx} tally={view.tally} first={view.places.length + view.notices.length === 0} />}
    </>
  )
}

const Place = ({ place }: { place: PlaceView }) => (
  <li className="entry entry-three">
    <p className="strong phrase">{place.name}</p>
    <p>{place.address}</p>
    <div className="muted">
      {place.hours && <p>{place.hours}</p>}
      {place.offers && <p>{place.offers}</p>}
      {place.phone && (
        <p>
          <Phone phone={place.phone} own />
        </p>
      )}
    </div>
  </li>
)

