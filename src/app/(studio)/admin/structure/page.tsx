import { StudioFrame } from '@/components/studio/frame/StudioFrame'
import { studioFrame } from '@/services/studio/frame'
import { t } from '@/i18n'
import { pageDesk } from '../../../(desk)/_server/page'

const PATH = '/admin/structure'

const Page = async () => {
  const desk = await pageDesk(PATH)
  const frame = studioFrame(desk, { path: PATH, here: 'home' })
  return (
    <StudioFrame frame={frame}>
      <div className="page-head"><div><h1>{t(desk.lang, 'studio.home.heading')}</h1><p>{t(desk.lang, 'studio.home.lead')}</p></div></div>
      <div className="cols cols-even">
        {frame.groups.map(({ key, name, links }) => (
          <section key={key} className="panel" aria-labelledby={`g-${key}`}>
            <div className="panel-head"><h2 id={`g-${key}`}>{name}</h2></div>
            <ul className="panel-pad stack-s">{links.filter(({ here }) => !here).map((link) => <li key={link.key}><a href={link.href}>{link.name}</a></li>)}</ul>
          </section>
        ))}
      </div>
    </StudioFrame>
  )
}

export default Page
