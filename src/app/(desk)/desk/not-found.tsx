import { t } from '@/i18n'
import { pageLang } from '../_server/page'

/** What does not exist and what one may not see look the same. */
const NotFound = async () => {
  const lang = await pageLang()
  return (
    <main id="main" className="entry">
      <div className="panel entry-form">
        <h1>{t(lang, 'desk.missing.title')}</h1>
        <p>{t(lang, 'desk.missing.text')}</p>
        <p className="row">
          <a className="btn main" href="/desk">{t(lang, 'desk.missing.back')}</a>
          <a className="btn quiet" href="/desk/queue">{t(lang, 'desk.missing.queue')}</a>
        </p>
      </div>
    </main>
  )
}

export default NotFound
