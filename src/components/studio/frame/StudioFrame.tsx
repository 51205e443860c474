import type { ReactNode } from 'react'
import type { StudioFrameVM } from '../../../services/studio/frame'
import { Icon } from '../kit/Icon'
import { StudioProvider } from '../words'
import { ProofDialog } from './ProofDialog.client'

type Props = { frame: StudioFrameVM; children: ReactNode }

const Nav = ({ frame: { groups, office, words } }: { frame: StudioFrameVM }) => (
  <nav className="nav" id="nav" popover="auto" aria-label={words['studio.frame.menuName']}>
    <a className="nav-name" href="/admin/structure">{office}</a>
    {groups.map(({ key, name, open, links }) => (
      <details key={key} open={open}>
        <summary>{name}<Icon name="right" /></summary>
        <ul>
          {links.map((link) => <li key={link.key}><a href={link.href} aria-current={link.here ? 'page' : undefined}>{link.name}</a></li>)}
        </ul>
      </details>
    ))}
    <ul className="nav-out">
      <li><a href="/desk">{words['studio.frame.desk']}</a></li>
      <li><a href="/">{words['studio.frame.site']}</a></li>
    </ul>
  </nav>
)

const Topbar = ({ frame: { crumbs, words, otherLang, me } }: { frame: StudioFrameVM }) => (
  <header className="topbar">
    <button className="btn btn-quiet menu" type="button" popoverTarget="nav"><Icon name="menu" />{words['studio.frame.menu']}</button>
    <ol className="crumbs" aria-label={words['studio.frame.where']}>
      {crumbs.map(({ name, href }) => <li key={name}>{href ? <a href={href}>{name}</a> : name}</li>)}
    </ol>
    <a className="other-lang" href={otherLang.href} lang={otherLang.lang}>{otherLang.name}</a>
    <a className="who" href="/desk/account">{me}</a>
    <form action="/desk/sign-out" method="post"><button className="btn btn-quiet btn-small" type="submit">{words['studio.frame.signOut']}</button></form>
  </header>
)

/** The frame of every page of the structure editors: navigation on the left, where one stands on top. */
export const StudioFrame = ({ frame, children }: Props) => (
  <StudioProvider settings={{ lang: frame.lang, now: frame.now, timeZone: frame.timeZone, words: frame.words }}>
    <a className="skip" href="#main">{frame.words['studio.frame.skip']}</a>
    <div className="shell">
      <Nav frame={frame} />
      <div>
        <Topbar frame={frame} />
        <main className="page" id="main">{children}</main>
      </div>
    </div>
    <ProofDialog />
  </StudioProvider>
)
