import { t } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import type { QrVM } from '../../../services/registers/view'

import { QrCode } from '../../ui/QrCode'
import { Empty } from '../ui/Empty'
import { Panel } from '../ui/Panel'
import { Head } from './Head'
import { PrintButton } from './PrintButton'
import { Sign } from './signs'

const Cards = ({ lang, view }: { lang: Lang; view: QrVM }) => (
  <ul className="qr-cards">
    {view.cards.map((card) => (
      <li key={card.code} className="qr-card">
        <p className="qr-office">{view.office} · {view.head.name}</p>
        <QrCode size={card.size} dark={card.dark} label={card.address} />
        <p className="qr-title">{view.head.symbol ? <Sign symbol={view.head.symbol} /> : null}<b>{card.title}</b></p>
        <p className="small">{[card.code, card.place].filter(Boolean).join(' · ')}</p>
        <p className="small">{t(lang, 'registers.desk.qrScan')}</p>
      </li>
    ))}
  </ul>
)

const nothing = (view: QrVM): 'registers.desk.qrClosed' | 'registers.desk.qrNone' => (view.closed ? 'registers.desk.qrClosed' : 'registers.desk.qrNone')

/** Codes to be printed, cut out and hung up at the places. */
export const QrPage = ({ lang, view }: { lang: Lang; view: QrVM }) => (
  <main className="page register qr-page" id="main">
    <Head lang={lang} head={view.head} title={t(lang, 'registers.desk.qrTitle', { name: view.head.name })} below={<p className="muted">{t(lang, 'registers.desk.qrHint')}</p>}>
      {view.cards.length > 0 ? <PrintButton text={t(lang, 'registers.desk.qrPrint')} /> : null}
    </Head>
    {view.more ? <p className="muted">{t(lang, 'registers.desk.qrMore')}</p> : null}
    {view.cards.length === 0 ? <Panel title={t(lang, 'registers.desk.qr')}><Empty icon="print" title={t(lang, nothing(view))} /></Panel> : <Cards lang={lang} view={view} />}
  </main>
)
