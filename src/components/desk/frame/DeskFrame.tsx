'use client'

import { useState, type ReactNode } from 'react'
import { useKeys } from '../hooks/useKeys'
import type { DeskFrameVM, NavItem } from '../types'
import { Icon, NavIcon } from '../ui/icons'
import { Key } from '../ui/marks'
import { Toasts } from '../ui/Toasts'
import { DeskProvider, useWords } from '../words'
import { KeyHelp } from './KeyHelp'
import { ProofDialog } from './ProofDialog'
import { SearchBox } from './SearchBox'
import { TabBar } from './TabBar'
import { UserMenu } from './UserMenu'

type FrameProps = { frame: DeskFrameVM; children: ReactNode }

/** The frame of every page of the workbench: header, search, account, tab bar on a phone, keys. */
export const DeskFrame = ({ frame, children }: FrameProps) => (
  <DeskProvider settings={frame}>
    <Toasts>
      <Frame frame={frame}>{children}</Frame>
    </Toasts>
  </DeskProvider>
)

const go = (href: string | undefined) => (href ? () => window.location.assign(href) : undefined)

const Frame = ({ frame, children }: FrameProps) => {
  const say = useWords()
  const [help, setHelp] = useState(false)
  const { nav } = frame
  const create = nav.find(({ place }) => place === 'button')
  useKeys({
    n: go(create?.href),
    '/': () => document.querySelector<HTMLInputElement>('.find input')?.focus(),
    '?': () => setHelp(true),
    '？': () => setHelp(true),
  })
  return (
    <>
      <a className="skip" href="#main">{say('frame.skip')}</a>
      <header className="top">
        <a className="brand" href={nav[0]?.href ?? '#main'}>
          <b aria-hidden="true">{frame.office.seal}</b>
          <span className="brand-name">{frame.office.name}</span> <span className="brand-desk">{say('frame.desk')}</span>
        </a>
        <Bar nav={nav} here={frame.here} />
        <Search frame={frame} />
        {create ? <Register entry={create} here={frame.here} /> : null}
        {frame.me ? <UserMenu frame={frame} /> : null}
      </header>
      <Warnings warnings={frame.warnings ?? []} />
      {children}
      {frame.me ? <TabBar nav={nav} here={frame.here} /> : null}
      <ProofDialog />
      {help ? <KeyHelp onClose={() => setHelp(false)} /> : null}
    </>
  )
}

/** Whoever has no list of matters has nothing to search here. */
const Search = ({ frame: { me, nav, searchHref, search } }: { frame: DeskFrameVM }) =>
  me && nav.some(({ href }) => href === searchHref) ? <SearchBox href={searchHref} text={search} /> : null

const Bar = ({ nav, here }: Pick<DeskFrameVM, 'nav' | 'here'>) => (
  <nav className="nav" aria-label={useWords()('frame.nav')}>
    {nav.filter(({ place }) => place === 'bar').map(({ key, name, href, count }) => (
      <a key={key} href={href} aria-current={here === key ? 'page' : undefined}>
        {name}
        {count ? <span className="count">{count}</span> : null}
      </a>
    ))}
  </nav>
)

const Register = ({ entry: { key, href, icon, name }, here }: { entry: NavItem; here?: string }) =>
  key === here ? null : <a className="btn register" href={href}><NavIcon name={icon} />{name} <Key>n</Key></a>

const Warnings = ({ warnings }: { warnings: NonNullable<DeskFrameVM['warnings']> }) => {
  const say = useWords()
  if (!warnings.length) return null
  return (
    <aside className="warnings" aria-label={say('frame.warnings')}>
      {warnings.map(({ text, href, link }) => (
        <p key={text}><Icon name="alert" /><span>{text} {href ? <a href={href}>{link ?? say('common.look')}</a> : null}</span></p>
      ))}
    </aside>
  )
}
