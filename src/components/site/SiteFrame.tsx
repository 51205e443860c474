import type { ReactNode } from 'react'
import { Icon } from '../ui/Icon'
import { Phone } from '../ui/Phone'
import { navOf, OWN_SECTIONS, type Nav } from '../../domain/site/navigation'
import { t, words } from '../../i18n'
import { AlertBand } from './AlertBand'
import { Unsent } from './light/Light'
import { SearchBox } from './SearchBox'
import { SiteFooter } from './SiteFooter'
import { Skyline } from './Skyline'
import { Switches } from './Switches'
import type { AlertView, LinkView, NavItem, OfficeView, SiteContext } from './types'

export type SiteFrameProps = {
  ctx: SiteContext
  office: OfficeView
  /** The links of head and foot, in the office's order. Default: the portal's own, all but services and places. */
  nav?: Nav
  current?: NavItem
  /** `home`: the large masthead with the office's name as heading. `task`: one thing at a time, no navigation. */
  kind?: 'home' | 'page' | 'task'
  /** How to leave a task, e.g. with the draft kept. */
  exit?: LinkView
  /** Emergencies, the newest first. */
  alerts?: readonly AlertView[]
  /** Search page, for the box on the home page. */
  searchPath?: string
  children: ReactNode
}

const usual = ({ lang }: SiteContext): Nav =>
  navOf(undefined, { lang, sections: OWN_SECTIONS.filter((section) => section !== 'services' && section !== 'places'), nameOf: (section) => t(lang, `common.nav.${section}`), pages: [] })

/** Everything around a page: skip link, display switches, masthead, alert, main, footer. Goes into `body`. */
export const SiteFrame = (props: SiteFrameProps) => {
  const { ctx, office, nav = usual(ctx), alerts = [], children } = props
  return (
    <>
      <a className="skip" href="#main">
        {t(ctx.lang, 'common.nav.skip')}
      </a>
      <header className="top">
        <div className="wrap bar">
          {office.dutyPhone && (
            <p className="bar-duty">
              {t(ctx.lang, 'site.frame.duty')} <Phone phone={office.dutyPhone} />
            </p>
          )}
          <Switches ctx={ctx} />
        </div>
        {props.kind === 'task' ? <TaskMasthead {...props} /> : <Masthead {...props} nav={nav} />}
      </header>
      <Unsent words={words(ctx.lang, 'resident.kept')} />
      {alerts.map((alert) => (
        <AlertBand key={alert.id ?? alert.title} ctx={ctx} alert={alert} />
      ))}
      <main id="main" className="wrap page" tabIndex={-1}>
        {children}
      </main>
      <Skyline />
      <SiteFooter ctx={ctx} office={office}>
        <NavList ctx={ctx} links={nav.foot} className="foot-nav" />
      </SiteFooter>
    </>
  )
}

const TaskMasthead = ({ ctx, office, exit }: SiteFrameProps) => (
  <div className="wrap masthead">
    <Office office={office} ctx={ctx} large={false} />
    {exit && (
      <a className="masthead-link" href={ctx.href(exit.path)}>
        {exit.text}
      </a>
    )}
  </div>
)

const Masthead = ({ ctx, office, kind, current, searchPath, nav }: SiteFrameProps & { nav: Nav }) => {
  const home = kind === 'home'
  return (
    <div className={home ? 'wrap masthead masthead-home' : 'wrap masthead'}>
      <Office office={office} ctx={ctx} large={home} />
      {home && searchPath && <SearchBox ctx={ctx} path={searchPath} />}
      {!home && (
        <a className="masthead-link menu-link" href="#menu">
          <Icon name="menu" />
          {t(ctx.lang, 'common.nav.menu')}
        </a>
      )}
      <nav className="nav" aria-label={t(ctx.lang, 'common.nav.label')}>
        <NavList ctx={ctx} links={nav.head} current={current} />
      </nav>
    </div>
  )
}

type NavListProps = { ctx: SiteContext; links: Nav['head']; current?: NavItem; className?: string }

const NavList = ({ ctx, links, current, className }: NavListProps) => (
  <ul className={className}>
    {links.map(({ own, path, text }) => (
      <li key={path}>
        <a href={ctx.href(path)} aria-current={own !== undefined && own === current ? 'page' : undefined}>
          {text}
        </a>
      </li>
    ))}
  </ul>
)

const Office = ({ ctx, office, large }: { ctx: SiteContext; office: OfficeView; large: boolean }) => {
  const Name = large ? 'h1' : 'span'
  return (
    <a className="office" href={ctx.href('/')}>
      <span className={[...office.seal].length > 1 ? 'seal seal-long' : 'seal'} aria-hidden="true">
        {office.seal}
      </span>
      <Name className="office-name">
        {office.name}
        {large && office.fullName && <span className="office-full">{office.fullName}</span>}
      </Name>
    </a>
  )
}
