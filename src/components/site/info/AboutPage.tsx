import { t } from '../../../i18n'
import { PHASES } from '../../../domain/workflow/types'
import { Phone } from '../../ui/Phone'
import { Crumbs } from '../Crumbs'
import { Section } from '../Section'
import type { AboutView, OfficeView, SiteContext } from '../types'

/** The office: what it is, its numbers, its grids and teams, how a report travels. */
export const AboutPage = ({ ctx, office, view }: { ctx: SiteContext; office: OfficeView; view: AboutView }) => {
  const { lang, href } = ctx
  return (
    <>
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'site.about.title') }]} />
      <div className="stack">
        <h1>{office.fullName ?? office.name}</h1>
        {view.paragraphs.map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </div>
      {view.phones.length > 0 && (
        <Section id="phones" first title={t(lang, 'site.about.phones')}>
          <Phones ctx={ctx} phones={view.phones} />
        </Section>
      )}
      <Section id="how" first={view.phones.length === 0} title={t(lang, 'site.about.howTitle')}>
        <ol className="numbered">
          {PHASES.map((phase) => (
            <li key={phase}>
              <p className="strong">{t(lang, `common.phase.${phase}`)}</p>
              <p className="muted">{t(lang, `site.about.how.${phase}`)}</p>
            </li>
          ))}
        </ol>
      </Section>
      {view.levels.length > 0 && (
        <Section id="levels" title={t(lang, 'site.about.structure')} about={t(lang, 'site.about.structureNote', { count: view.levels.length })} link={{ href: href('/grid'), text: t(lang, 'common.nav.grid') }}>
          <Levels ctx={ctx} levels={view.levels} />
        </Section>
      )}
      {view.teams.length > 0 && (
        <Section id="teams" title={t(lang, 'site.about.teams')}>
          <ul className="list">
            {view.teams.map(({ name, duty }) => (
              <li key={name}>
                <p className="strong">{name}</p>
                {duty ? <p className="muted">{duty}</p> : null}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {view.rules.length > 0 && (
        <Section id="rules" title={t(lang, 'site.about.rules')} link={{ href: href('/rules'), text: t(lang, 'common.nav.rules') }}>
          <ul>
            {view.rules.map(({ path, text }) => (
              <li className="entry-title" key={path}>
                <a href={href(path)}>{text}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

const Phones = ({ ctx: { lang }, phones }: { ctx: SiteContext; phones: AboutView['phones'] }) => (
  <table className="table table-stack">
    <thead>
      <tr>
        <th scope="col">{t(lang, 'site.about.phoneName')}</th>
        <th scope="col">{t(lang, 'site.about.phoneNumber')}</th>
        <th scope="col">{t(lang, 'site.about.phoneHours')}</th>
      </tr>
    </thead>
    <tbody>
      {phones.map(({ name, phone }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td>
            <Phone phone={phone} own />
          </td>
          <td>{phone.hours}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Levels = ({ ctx: { lang }, levels }: { ctx: SiteContext; levels: AboutView['levels'] }) => (
  <table className="table">
    <thead>
      <tr>
        <th scope="col">{t(lang, 'site.about.level')}</th>
        <th scope="col" className="number">
          {t(lang, 'site.about.units')}
        </th>
      </tr>
    </thead>
    <tbody>
      {levels.map(({ name, units }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td className="number">{units}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
