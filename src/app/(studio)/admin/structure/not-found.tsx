import { t } from '@/i18n'
import { pageLang } from '@/app/(desk)/_server/page'

/** What does not exist and what one may not see look the same. */
const NotFound = async () => {
  const lang = await pageLang()
  return (
    <main id="main" className="page">
      <div className="panel empty">
        <h1>{t(lang, 'studio.missing.title')}</h1>
        <p>{t(lang, 'studio.missing.text')}</p>
        <p className="bar bar-mid">
          <a className="btn btn-main" href="/admin/structure">{t(lang, 'studio.missing.back')}</a>
          <a className="btn" href="/desk">{t(lang, 'studio.missing.desk')}</a>
        </p>
      </div>
    </main>
  )
}

export default NotFound
