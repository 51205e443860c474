import type { ReactNode } from 'react'
import { t } from '../../../i18n'
import type { HeldView } from '../../../services/site/track/held'
import { SubmitButton } from '../../ui/Button'
import { fullDay, nearDayTime } from '../../ui/dates'
import { ErrorSummary, errorOf } from '../../ui/ErrorSummary'
import { Choice, Choices } from '../../ui/Choice'
import { TextField } from '../../ui/Field'
import { PostForm } from '../../ui/Form'
import { Notice } from '../../ui/Notice'
import { Time } from '../../ui/Time'
import { PrintButton } from '../light/Light'
import { Crumbs } from '../Crumbs'
import { duration } from '../duration'
import { EffortPart } from '../effort/EffortPart'
import { Facts } from '../Facts'
import { Section } from '../Section'
import type { FormView, SiteContext } from '../types'

type Forms = { contact: FormView; forgetContact: FormView; askErase: FormView }
type Props = { ctx: SiteContext; code: string; view: HeldView; forms: Forms; saved?: string | undefined }

/** Everything that is kept about one report: words, contact details, who looked at them, for how long; and how to have it changed or erased. */
export const HeldPage = ({ ctx, code, view, forms, saved }: Props) => {
  const { lang } = ctx
  return (
    <>
      <Crumbs ctx={ctx} crumbs={[{ text: t(lang, 'site.trackForm.title'), path: '/track' }, { text: t(lang, 'rights.page.back'), path: `/track/${code}` }, { text: t(lang, 'rights.page.title') }]} />
      <div className="stack">
        {saved && <Notice tone="done" live><p>{saved}</p></Notice>}
        <h1>{t(lang, 'rights.page.title')}</h1>
        <p>{t(lang, 'rights.page.lead')}</p>
        <div className="screen-only"><PrintButton text={t(lang, 'rights.page.print')} /></div>
      </div>
      <Section id="kept" first title={t(lang, 'rights.kept.title')}><Kept ctx={ctx} view={view} /></Section>
      <Section id="words" title={t(lang, 'rights.words.title')}><Words ctx={ctx} view={view} /></Section>
      <Section id="contact" title={t(lang, 'rights.contact.title')}><ContactPart ctx={ctx} view={view} forms={forms} /></Section>
      <Section id="looks" title={t(lang, 'rights.looks.title')}><Looks ctx={ctx} view={view} /></Section>
      <Section id="end" title={t(lang, 'rights.end.title')}><End ctx={ctx} view={view} /></Section>
      <Section id="askErase" title={t(lang, 'rights.erase.title')}><Erase ctx={ctx} code={code} view={view} form={forms.askErase} /></Section>
    </>
  )
}

type Part = { ctx: SiteContext; view: HeldView }

const Kept = ({ ctx, view }: Part) => {
  const { lang } = ctx
  return (
    <Facts pairs facts={[
      { label: t(lang, 'rights.kept.number'), value: view.number },
      { label: t(lang, 'rights.kept.type'), value: [view.type, view.category].filter(Boolean).join(' · ') },
      { label: t(lang, 'rights.kept.received'), value: nearDayTime(view.receivedAt, ctx) },
      { label: t(lang, 'rights.kept.place'), value: [view.address, view.unit].filter(Boolean).join(' · ') || t(lang, 'rights.none') },
      { label: t(lang, 'rights.kept.located'), value: t(lang, view.located ? 'rights.yes' : 'rights.no') },
      ...view.answers.map(({ label, text }) => ({ label, value: text })),
      { label: t(lang, 'rights.kept.photos'), value: view.photos.length > 0 ? t(lang, 'rights.kept.photoCount', { n: view.photos.length, own: view.photos.filter(({ own }) => own).length }) : t(lang, 'rights.none') },
      { label: t(lang, 'rights.kept.events'), value: t(lang, 'rights.kept.eventCount', { n: view.events }) },
      view.notes > 0 && { label: t(lang, 'rights.kept.notes'), value: t(lang, 'rights.kept.noteCount', { n: view.notes }) },
    ]} />
  )
}

const Words = ({ ctx, view: { texts } }: Part) =>
  texts.length === 0 ? <p>{t(ctx.lang, 'rights.none')}</p> : (
    <ul className="list">
      {texts.map(({ at, own, text }, index) => (
        <li className="reply" key={index}>
          <p className="meta"><Time at={at} as="near" ctx={ctx} /><span>{t(ctx.lang, own ? 'rights.words.own' : 'rights.words.office')}</span></p>
          {text === undefined ? <p className="muted">{t(ctx.lang, 'site.track.erased')}</p> : <p className="pre">{text}</p>}
        </li>
      ))}
    </ul>
  )

const ActForm = ({ ctx, form, id, children }: { ctx: SiteContext; form: FormView; id: string; children: ReactNode }) => (
  <PostForm action={ctx.href(form.action)} hidden={form.hidden} className="stack screen-only">
    <span id={id} tabIndex={-1} />
    <ErrorSummary title={t(ctx.lang, 'common.summary.title', { count: form.errors.length })} errors={form.errors} />
    {children}
    <EffortPart ctx={ctx} form={form} />
  </PostForm>
)

/** Why no contact details stand here. */
const noContact = (ctx: SiteContext, { unreadable, contactErasedAt }: HeldView): string => {
  if (unreadable) return t(ctx.lang, 'rights.contact.unreadable')
  return contactErasedAt === undefined ? t(ctx.lang, 'rights.contact.none') : t(ctx.lang, 'rights.contact.erased', { day: fullDay(contactErasedAt, ctx) })
}

const ContactPart = ({ ctx, view, forms }: Part & { forms: Forms }) => {
  const { lang } = ctx
  const { contact, consent, unreadable } = view
  return (
    <div className="stack-4">
      {contact ? (
        <Facts pairs facts={[
          contact.name && { label: t(lang, 'site.contact.name'), value: contact.name },
          contact.phone && { label: t(lang, 'site.contact.phone'), value: contact.phone },
          contact.email && { label: t(lang, 'site.contact.email'), value: contact.email },
          consent && { label: t(lang, 'rights.contact.consent'), value: t(lang, 'rights.contact.consented', { when: nearDayTime(Date.parse(consent.at), ctx), text: consent.text, version: consent.version }) },
        ]} />
      ) : <p>{noContact(ctx, view)}</p>}
      {(contact || unreadable) && <Withdraw ctx={ctx} view={view} form={forms.forgetContact} />}
      {view.open && <ChangeContact ctx={ctx} view={view} form={forms.contact} />}
    </div>
  )
}

const Withdraw = ({ ctx, view, form }: Part & { form: FormView }) =>
  view.held ? <p>{t(ctx.lang, 'rights.held')}</p> : (
    <ActForm ctx={ctx} form={form} id="forgetContact">
      <p>{t(ctx.lang, 'rights.contact.withdrawText')}</p>
      <SubmitButton name="do" value="forgetContact">{t(ctx.lang, 'rights.contact.withdraw')}</SubmitButton>
    </ActForm>
  )

const ChangeContact = ({ ctx, view: { contact }, form }: Part & { form: FormView }) => {
  const { lang } = ctx
  const field = (name: 'name' | 'phone' | 'email', type: 'text' | 'tel' | 'email') => (
    <TextField name={name} type={type} label={t(lang, `site.contact.${name}`)} optional={t(lang, 'common.field.optional')} error={errorOf(form.errors, name)} value={contact?.[name] ?? ''} maxLength={120} />
  )
  return (
    <ActForm ctx={ctx} form={form} id="contact">
      <h3>{t(lang, contact ? 'rights.contact.change' : 'rights.contact.leave')}</h3>
      {field('name', 'text')}{field('phone', 'tel')}{field('email', 'email')}
      <Choices name="consent" legend={t(lang, 'rights.consent.legend')} error={errorOf(form.errors, 'consent')}>
        <Choice type="checkbox" name="consent" value="yes" label={t(lang, 'rights.consent.text')} />
      </Choices>
      <SubmitButton name="do" value="contact">{t(lang, 'rights.contact.save')}</SubmitButton>
    </ActForm>
  )
}

const Looks = ({ ctx, view: { looks } }: Part) => (
  <>
    <p>{t(ctx.lang, looks.length > 0 ? 'rights.looks.some' : 'rights.looks.none', { n: looks.length })}</p>
    {looks.length > 0 && (
      <ul className="list">
        {looks.map(({ at, roles }, index) => <li key={index}><Time at={at} as="near" ctx={ctx} /> {roles.join(t(ctx.lang, 'common.list.pause')) || t(ctx.lang, 'rights.looks.staff')}</li>)}
      </ul>
    )}
  </>
)

const End = ({ ctx, view }: Part) => {
  const { lang } = ctx
  const { end, contactEraseAfter, contactDays } = view
  return (
    <div className="stack">
      {view.contact && <p>{contactEraseAfter === undefined ? t(lang, 'rights.end.contact', { days: contactDays }) : t(lang, 'rights.end.contactOn', { day: fullDay(contactEraseAfter, ctx) })}</p>}
      <p>{end ? (end.at === undefined ? t(lang, `rights.end.${end.mode}`, { span: duration(lang, end.days) }) : t(lang, `rights.end.${end.mode}On`, { day: fullDay(end.at, ctx) })) : t(lang, 'rights.end.never')}</p>
      {view.held && <p className="strong">{t(lang, 'rights.held')}</p>}
    </div>
  )
}

const Erase = ({ ctx, code, view, form }: Part & { code: string; form: FormView }) => {
  const { lang } = ctx
  if (view.held) return <p>{t(lang, 'rights.held')}</p>
  if (view.mayErase) return <p>{t(lang, 'rights.erase.now')} <a href={ctx.href(`/track/${code}#erase`)}>{t(lang, 'resident.track.eraseTitle')}</a></p>
  if (view.askedAt !== undefined && view.answerBy !== undefined) return <p role="status">{t(lang, 'rights.erase.asked', { asked: fullDay(view.askedAt, ctx), by: fullDay(view.answerBy, ctx) })}</p>
  if (!view.mayAsk) return <p>{t(lang, 'rights.erase.nothing')}</p>
  return (
    <ActForm ctx={ctx} form={form} id="askEraseForm">
      <p>{t(lang, 'rights.erase.ask')}</p>
      <TextField name="eraseReason" rows={3} label={t(lang, 'rights.erase.reason')} optional={t(lang, 'common.field.optional')} error={errorOf(form.errors, 'eraseReason')} value="" maxLength={500} />
      <SubmitButton name="do" value="askErase">{t(lang, 'rights.erase.send')}</SubmitButton>
    </ActForm>
  )
}
