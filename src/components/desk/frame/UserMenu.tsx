'use client'

import { useEffect, useRef } from 'react'
import type { DeskFrameVM } from '../types'
import { Icon, NavIcon } from '../ui/icons'
import { useWords } from '../words'

/** Who is signed in, and what they can do about it. A disclosure: it opens without scripts. */
export const UserMenu = ({ frame }: { frame: DeskFrameVM }) => {
  const say = useWords()
  const ref = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event) => {
      const details = ref.current
      if (!details?.open) return
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !details.contains(event.target as Node)) details.open = false
    }
    document.addEventListener('click', close)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('click', close)
      document.removeEventListener('keydown', close)
    }
  }, [])
  const { me, nav, here, signOutAction, accountHref, otherLang } = frame
  if (!me) return null
  return (
    <details className="me" ref={ref}>
      <summary aria-label={say('frame.account', { name: me.name })}>
        <span className="me-text"><b>{me.name}</b>{me.hint ? <small>{me.hint}</small> : null}</span>
        <Icon name="person" />
      </summary>
      <div className="menu">
        <p className="only-narrow"><b>{me.name}</b>{me.hint ? <small className="muted"> {me.hint}</small> : null}</p>
        {nav.filter(({ place }) => place === 'menu').map(({ key, name, icon, href, count }) => (
          <a key={key} href={href} aria-current={here === key ? 'page' : undefined}><NavIcon name={icon} />{name}{count ? <span className="count">{count}</span> : null}</a>
        ))}
        {accountHref ? <a href={accountHref} aria-current={here === 'account' ? 'page' : undefined}><Icon name="key" />{say('frame.accountPage')}</a> : null}
        {otherLang ? <a href={otherLang.href} lang={otherLang.lang} hrefLang={otherLang.lang}><Icon name="web" />{otherLang.name}</a> : null}
        {signOutAction ? (
          <form method="post" action={signOutAction}><button type="submit"><Icon name="out" />{say('frame.signOut')}</button></form>
        ) : null}
      </div>
    </details>
  )
}
