import { t } from '../../i18n'
import { Icon } from '../ui/Icon'
import { fileSize } from './bytes'
import type { AttachmentView, SiteContext } from './types'

/** Files to download, each with its format and size. */
export const Attachments = ({ ctx: { lang, href }, files }: { ctx: SiteContext; files: AttachmentView[] }) =>
  files.length === 0 ? null : (
    <section className="stack" aria-labelledby="s-files">
      <h2 id="s-files">{t(lang, 'site.notice.attachments')}</h2>
      <ul className="list list-ruled">
        {files.map(({ path, title, format, bytes }) => (
          <li className="attachment" key={path}>
            <Icon name="file" />
            <a className="own-line" href={href(path)} download>
              {title}
            </a>
            <span className="small muted unbroken">{t(lang, 'site.notice.size', { format, size: fileSize(bytes) })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
