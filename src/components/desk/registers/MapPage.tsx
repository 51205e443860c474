import { t } from '../../../i18n'
import type { Lang } from '../../../domain/words'
import type { MapPoint, MapVM } from '../../../services/registers/view'
import { Empty } from '../ui/Empty'
import { Panel } from '../ui/Panel'
import { Head } from './Head'
import { hrefWith } from './query'
import { signPath } from './signs'

const Point = ({ point, path, lang }: { point: MapPoint; path: string; lang: Lang }) => (
  <a href={point.href} className={point.late ? 'map-point late' : 'map-point'} aria-label={[point.title, point.late ? t(lang, 'registers.desk.mapLate') : '', point.exact ? '' : t(lang, 'registers.desk.mapRough')].filter(Boolean).join(' · ')}>
    <title>{point.title}</title>
    <circle cx={point.x} cy={point.y} r="11" className={point.exact ? 'map-disc' : 'map-disc rough'} />
    <path d={path} transform={`translate(${point.x - 8} ${point.y - 8})`} className="map-sign" />
  </a>
)

const Drawing = ({ lang, view }: { lang: Lang; view: MapVM }) => (
  <svg className="register-map" viewBox={`0 0 ${view.width} ${view.height}`} role="group" aria-label={t(lang, 'registers.desk.mapTitle', { name: view.head.name })}>
    {view.outlines.map(({ id, path, strong }) => <path key={id} d={path} className={strong ? 'map-outline strong' : 'map-outline'} />)}
    {view.outlines.filter(({ strong }) => !strong).map(({ id, name, x, y }) => <text key={id} x={x} y={y} className="map-name">{name}</text>)}
    {view.points.map((point) => <Point key={point.id} point={point} path={signPath(view.head.symbol)} lang={lang} />)}
  </svg>
)

const Legend = ({ lang, view }: { lang: Lang; view: MapVM }) => (
  <p className="small muted map-legend">
    <span><i className="map-key" aria-hidden="true" />{t(lang, 'registers.desk.mapExact')}</span>
    <span><i className="map-key rough" aria-hidden="true" />{t(lang, 'registers.desk.mapRough')}</span>
    {view.head.review ? <span><i className="map-key late" aria-hidden="true" />{t(lang, 'registers.desk.mapLate')}</span> : null}
    {view.unplaced > 0 ? <span>{t(lang, 'registers.desk.mapUnplaced', { n: view.unplaced })}</span> : null}
  </p>
)

/** Entries on the drawn territory; the same as a list, so that no map is needed to find one. */
export const MapPage = ({ lang, view }: { lang: Lang; view: MapVM }) => (
  <main className="page register" id="main">
    <Head lang={lang} head={view.head} title={t(lang, 'registers.desk.mapTitle', { name: view.unitName ? `${view.head.name} · ${view.unitName}` : view.head.name })}>
      <a className="btn" href={hrefWith(view.head.href, view.query)}>{t(lang, 'registers.desk.table')}</a>
    </Head>
    {view.outlines.length + view.points.length === 0 ? (
      <Panel title={t(lang, 'registers.desk.map')}><Empty icon="pin" title={t(lang, 'registers.desk.mapNone')} hint={t(lang, 'registers.desk.mapNoneHint')} /></Panel>
    ) : (
      <div className="stack wide">
        <div className="panel map-panel"><Drawing lang={lang} view={view} /><Legend lang={lang} view={view} /></div>
        <Panel title={t(lang, 'registers.desk.mapList')} count={view.points.length}>
          <ul className="inside map-list">{view.points.map(({ id, title, href }) => <li key={id}><a href={href}>{title}</a></li>)}</ul>
        </Panel>
      </div>
    )}
  </main>
)
