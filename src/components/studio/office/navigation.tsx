'use client'

import { useState } from 'react'
import { safeHref } from '../../../domain/href'
import { IN_HEAD, OWN_SECTIONS, type NavigationEntry } from '../../../domain/site/navigation'
import { Check, SelectField, SortableRows, TextField } from '../kit'
import { moved } from '../kit/SortableRows'
import { useSay } from '../words'
import { Section, type Part } from './parts'

export type NavPage = { code: string; title: string }
type Props = Part & { pages: readonly NavPage[] }
type Say = ReturnType<typeof useSay<'setup'>>

const keyOf = (entry: NavigationEntry): string => ('own' in entry ? `own:${entry.own}` : 'page' in entry ? `page:${entry.page}` : `href:${entry.href}`)

const nameOf = (entry: NavigationEntry, { say, pages }: { say: Say; pages: readonly NavPage[] }): string => {
  if ('own' in entry) return say(`nav.own.${entry.own}`)
  return 'href' in entry ? entry.label.zh : (pages.find(({ code }) => code === entry.page)?.title ?? entry.page)
}

/** As the portal orders it by itself: the start of an order of one's own. */
const usual = (): NavigationEntry[] => OWN_SECTIONS.filter((own) => own !== 'home').map((own) => ({ own, head: IN_HEAD.includes(own) }))

const AddLink = ({ taken, onAdd, say }: { taken: readonly string[]; onAdd: (entry: NavigationEntry) => void; say: Say }) => {
  const [link, setLink] = useState({ label: '', href: '' })
  const sound = link.label.trim() !== '' && safeHref(link.href) && !taken.includes(`href:${link.href}`)
  return (
    <div className="cols cols-even">
      <TextField label={say('nav.label')} value={link.label} maxLength={20} onChange={(label) => setLink({ ...link, label })} />
      <TextField label={say('nav.href')} hint={say('nav.hrefHint')} value={link.href} maxLength={500} error={link.href !== '' && !safeHref(link.href) ? say('nav.hrefWrong') : undefined} onChange={(href) => setLink({ ...link, href })} />
      <div><button type="button" className="btn" disabled={!sound} onClick={() => { onAdd({ href: link.href, label: { zh: link.label.trim() }, head: false }); setLink({ label: '', href: '' }) }}>{say('nav.addLink')}</button></div>
    </div>
  )
}

/** Which entries stand in head and foot, and in which order. What is left out stays in the foot. */
export const Navigation = ({ form, set, wrong, pages }: Props) => {
  const say = useSay('setup')
  const entries = form.navigation
  const change = (next: NavigationEntry[]): void => set({ navigation: next })
  const missing = [...OWN_SECTIONS.filter((own) => own !== 'home').map((own): NavigationEntry => ({ own, head: false })), ...pages.map(({ code }): NavigationEntry => ({ page: code, head: false }))].filter((entry) => !entries?.some((each) => keyOf(each) === keyOf(entry)))
  return (
    <Section id="o-nav" title={say('nav.title')} hint={say('nav.hint')}>
      {entries ? (
        <div className="stack">
          <SortableRows onMove={(from, to) => change(moved(entries, from, to))} items={entries.map((entry, at) => ({
            id: keyOf(entry), name: nameOf(entry, { say, pages }),
            content: (
              <div className="row">
                <b>{nameOf(entry, { say, pages })}</b>
                <Check label={say('nav.head')} checked={entry.head} onChange={(head) => change(entries.map((each, index) => (index === at ? { ...each, head } : each)))} />
                <button type="button" className="btn btn-quiet btn-small" onClick={() => change(entries.filter((_, index) => index !== at))}>{say('nav.remove')}<span className="sr"> {nameOf(entry, { say, pages })}</span></button>
              </div>
            ),
          }))} />
          {missing.length > 0 ? <SelectField label={say('nav.add')} value="" empty={say('nav.choose')} options={missing.map((entry) => ({ value: keyOf(entry), label: nameOf(entry, { say, pages }) }))} onChange={(key) => { const found = missing.find((entry) => keyOf(entry) === key); if (found) change([...entries, found]) }} /> : null}
          <AddLink taken={entries.map(keyOf)} say={say} onAdd={(entry) => change([...entries, entry])} />
          {wrong('navigation') ? <p className="error">{wrong('navigation')}</p> : null}
          <p><button type="button" className="btn btn-quiet" onClick={() => set({ navigation: null })}>{say('nav.usual')}</button></p>
        </div>
      ) : (
        <p className="row"><span>{say('nav.isUsual')}</span><button type="button" className="btn" onClick={() => change(usual())}>{say('nav.begin')}</button></p>
      )}
    </Section>
  )
}
