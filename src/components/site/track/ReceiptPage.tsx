import { t, words } from '../../../i18n'
import { LinkButton } from '../../ui/Button'
import { promiseTime } from '../../ui/dates'
import { QrCode } from '../../ui/QrCode'
import { Time } from '../../ui/Time'
import { CopyButton } from '../client/CopyButton'
import { KeepReport } from '../client/KeepReport'
import { PrintButton } from '../light/Light'
import { Facts } from '../Facts'
import type { ReceiptView, SiteContext } from '../types'
import { Holder } from './Holder'
import { NextSteps } from './NextSteps'

/** What the reporter takes along: code, word, what was promised, who has it, what comes next. Prints on one sheet. */
export const ReceiptPage = ({ ctx, view }: { ctx: SiteContext; view: ReceiptView }) => {
  const { lang, href } = ctx
  return (
    <div className="two">
      <div className="stack-3">
        <div className="stack">
          <h1>{t(lang, 'site.receipt.title')}</h1>
          <p>{t(lang, view.word ? 'site.receipt.keep' : 'site.receipt.keepNoWord')}</p>
        </div>
        <Slip ctx={ctx} view={view} />
        <div className="actions">
          <LinkButton tone="main" href={href(view.trackPath)}>
            {t(lang, 'site.receipt.track')}
          </LinkButton>
          <PrintButton text={t(lang, 'site.receipt.print')} />
          <CopyButton text={[view.code, view.word].filter(Boolean).join('  ')} words={{ copy: t(lang, 'site.receipt.copy'), copied: t(lang, 'common.action.copied') }} />
        </div>
        {view.word && <KeepReport report={{ code: view.code, word: view.word, title: view.title, sentAt: view.receivedAt }} words={words(lang, 'site.receipt')} mineHref={href('/mine')} />}
      </div>
      <aside className="aside" aria-label={t(lang, 'site.receipt.nextTitle')}>
        <NextSteps ctx={ctx} acceptBy={view.acceptBy} />
        <section className="stack screen-only">
          <h2>{t(lang, 'site.receipt.lostTitle')}</h2>
          <p className="small">{t(lang, 'site.receipt.lost')}</p>
        </section>
      </aside>
    </div>
  )
}

const Slip = ({ ctx, view }: { ctx: SiteContext; view: ReceiptView }) => {
  const { lang } = ctx
  return (
    <section className="slip" aria-label={t(lang, 'site.receipt.label')}>
      <div className="slip-top">
        <Facts
          facts={[
            { label: t(lang, 'site.receipt.code'), value: <span className="receipt-code">{view.code}</span> },
            view.word && { label: t(lang, 'site.receipt.word'), value: <span className="receipt-code">{view.word}</span> },
          ]}
        />
        {view.qr && (
          <figure className="slip-qr">
            <QrCode {...view.qr} label={t(lang, 'site.receipt.qr')} />
            <figcaption className="small muted">{t(lang, 'site.receipt.qrHint')}</figcaption>
          </figure>
        )}
      </div>
      <hr className="slip-tear" />
      <Facts
        pairs
        facts={[
          { label: t(lang, 'site.receipt.what'), value: view.title },
          { label: t(lang, 'site.receipt.sent'), value: <Time at={view.receivedAt} as="dayTime" ctx={ctx} /> },
          view.holder && { label: t(lang, 'site.receipt.holder'), value: <Holder holder={view.holder} /> },
          { label: t(lang, 'site.receipt.due'), value: <strong>{view.dueAt ? t(lang, 'site.receipt.dueBy', { when: promiseTime(view.dueAt, ctx) }) : t(lang, 'site.receipt.noDue')}</strong> },
        ]}
      />
    </section>
  )
}
