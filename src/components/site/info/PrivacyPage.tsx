import { t, words } from '../../../i18n'
import { fullDay } from '../../ui/dates'
import { Icon } from '../../ui/Icon'
import { Phone } from '../../ui/Phone'
import { KEEP_DAYS } from '../client/kept/record'
import { Crumbs } from '../Crumbs'
import { duration } from '../duration'
import { Section } from '../Section'
import type { PrivacyView, SiteContext } from '../types'
import { collected, type CollectedRow } from './collected'
import { Facts } from '../Facts'

const PARTS = ['purpose', 'basis', 'data', 'who', 'period', 'recipients'] as const

/** What is collected, why, for how long, and what is not: written from the settings the portal works by. */
export const PrivacyPage = ({ ctx, view }: { ctx: SiteContext; view: PrivacyView }) => {
  const { lang } = ctx
  return (
    <>
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'site.privacy.title') }]} />
      <div className="stack">
        <h1>{t(lang, 'site.privacy.title')}</h1>
        <p>{t(lang, 'site.privacy.intro')}</p>
        <p className="meta">
          <span>{t(lang, 'site.privacy.controller', { name: view.controller })}</span>
          <span>{t(lang, 'site.privacy.asOf', { date: fullDay(view.asOf, ctx) })}</span>
        </p>
        {view.version && <Version ctx={ctx} version={view.version} />}
      </div>
      <Section id="collected" first title={t(lang, 'site.privacy.collected')}>
        <Collected ctx={ctx} rows={collected(lang, view)} />
        <p>{t(lang, 'resident.privacy.readers')}</p>
      </Section>
      <Section id="activities" title={t(lang, 'processing.page.title')}>
        <Activities ctx={ctx} activities={view.activities} />
      </Section>
      {view.asked.some((each) => each.questions.length > 0) && (
        <Section id="asked" title={t(lang, 'site.privacy.asked')}>
          <Asked ctx={ctx} asked={view.asked} />
        </Section>
      )}
      <Section id="after" title={t(lang, 'site.privacy.after')}>
        {view.retention.length > 0 ? <Retention ctx={ctx} rows={view.retention} /> : <p>{t(lang, 'resident.noRetention', { days: view.contactErasedAfterDays })}</p>}
      </Section>
      <Section id="browser" title={t(lang, 'site.privacy.browser')}>
        <Cookies ctx={ctx} cookies={view.cookies} />
      </Section>
      <Section id="not" title={t(lang, 'site.privacy.not')}>
        <Ticks lines={Object.values(words(lang, 'site.privacy.notList'))} icon="minus" />
      </Section>
      <Section id="rights" title={t(lang, 'site.privacy.rights')}>
        <Ticks lines={view.rights.map((right) => t(lang, `site.privacy.rightsList.${right}`, { days: view.answerDays }))} icon="check" />
        <p>{t(lang, 'site.privacy.rightsHow')} <a href={ctx.href('/track')}>{t(lang, 'site.trackForm.title')}</a></p>
        {view.complaint && (
          <p>
            {t(lang, 'site.privacy.complaint')} <Phone phone={view.complaint} own />
          </p>
        )}
      </Section>
    </>
  )
}

const Ticks = ({ lines, icon }: { lines: string[]; icon: 'minus' | 'check' }) => (
  <ul className={icon === 'minus' ? 'ticks ticks-not' : 'ticks'}>
    {lines.map((line) => (
      <li key={line}>
        <Icon name={icon} />
        <span>{line}</span>
      </li>
    ))}
  </ul>
)

/** Each activity with its purpose, basis, kinds of data, readers, period and recipients, as the law wants it told. */
const Activities = ({ ctx: { lang }, activities }: { ctx: SiteContext; activities: PrivacyView['activities'] }) => (
  <div className="stack-4">
    {activities.map(({ key, name, ...parts }) => (
      <div className="stack" key={key}>
        <h3>{name}</h3>
        <Facts pairs facts={PARTS.map((part) => ({ label: t(lang, `processing.col.${part}`), value: parts[part] }))} />
      </div>
    ))}
  </div>
)

const Version = ({ ctx, version: { number, at, changed } }: { ctx: SiteContext; version: NonNullable<PrivacyView['version']> }) => (
  <div className="stack">
    <p className="meta"><span>{t(ctx.lang, 'processing.page.version', { n: number, day: fullDay(at, ctx) })}</span></p>
    {changed.length > 0 && (
      <>
        <p>{t(ctx.lang, 'processing.page.news')}</p>
        <ul>{changed.map(({ name, how }) => <li key={`${how} ${name}`}>{t(ctx.lang, `processing.changed.${how}`, { name })}</li>)}</ul>
      </>
    )}
  </div>
)

const Collected = ({ ctx: { lang }, rows }: { ctx: SiteContext; rows: CollectedRow[] }) => (
  <table className="table table-stack">
    <thead>
      <tr>
        <th scope="col">{t(lang, 'site.privacy.what')}</th>
        <th scope="col">{t(lang, 'site.privacy.why')}</th>
        <th scope="col">{t(lang, 'site.privacy.keeps')}</th>
        <th scope="col" className="unbroken">
          {t(lang, 'site.privacy.must')}
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ what, why, keeps, must }) => (
        <tr key={what}>
          <th scope="row">{what}</th>
          <td data-head={t(lang, 'site.privacy.why')}>{why}</td>
          <td data-head={t(lang, 'site.privacy.keeps')}>{keeps}</td>
          <td className="unbroken" data-head={t(lang, 'site.privacy.must')}>{must}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Asked = ({ ctx: { lang }, asked }: { ctx: SiteContext; asked: PrivacyView['asked'] }) => (
  <div className="stack-4">
    {asked
      .filter(({ questions }) => questions.length > 0)
      .map(({ matterType, questions }) => (
        <table className="table table-stack" key={matterType}>
          <caption>{matterType}</caption>
          <thead>
            <tr>
              <th scope="col">{t(lang, 'site.privacy.question')}</th>
              <th scope="col">{t(lang, 'site.privacy.why')}</th>
              <th scope="col" className="unbroken">
          {t(lang, 'site.privacy.must')}
        </th>
            </tr>
          </thead>
          <tbody>
            {questions.map(({ label, purpose, required }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td data-head={t(lang, 'site.privacy.why')}>{purpose ?? t(lang, 'site.privacy.noPurpose')}</td>
                <td className="unbroken" data-head={t(lang, 'site.privacy.must')}>{t(lang, required ? 'site.privacy.yes' : 'site.privacy.no')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
  </div>
)

const Retention = ({ ctx: { lang }, rows }: { ctx: SiteContext; rows: PrivacyView['retention'] }) => (
  <table className="table table-stack">
    <thead>
      <tr>
        <th scope="col">{t(lang, 'site.privacy.type')}</th>
        <th scope="col">{t(lang, 'site.privacy.retention')}</th>
        <th scope="col">{t(lang, 'site.privacy.thenLabel')}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ matterType, days, then }) => (
        <tr key={matterType}>
          <th scope="row">{matterType}</th>
          <td data-head={t(lang, 'site.privacy.retention')}>{duration(lang, days)}</td>
          <td data-head={t(lang, 'site.privacy.thenLabel')}>{t(lang, `site.privacy.${then}`)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Cookies = ({ ctx: { lang }, cookies }: { ctx: SiteContext; cookies: PrivacyView['cookies'] }) => (
  <div className="stack">
    {cookies.length > 0 && (
      <table className="table table-stack">
        <thead>
          <tr>
            <th scope="col">{t(lang, 'site.privacy.cookie')}</th>
            <th scope="col">{t(lang, 'site.privacy.why')}</th>
            <th scope="col">{t(lang, 'site.privacy.keeps')}</th>
          </tr>
        </thead>
        <tbody>
          {cookies.map(({ name, purpose, keeps }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-head={t(lang, 'site.privacy.why')}>{purpose}</td>
              <td data-head={t(lang, 'site.privacy.keeps')}>{keeps}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    <p>{t(lang, 'site.privacy.mine')}</p>
    <p>{t(lang, 'resident.privacy.kept', { days: KEEP_DAYS })}</p>
    <p>{t(lang, 'site.privacy.noCookies')}</p>
  </div>
)
