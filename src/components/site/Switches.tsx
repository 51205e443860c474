import { t } from '../../i18n'
import { makeHref } from './href'
import type { Mode, SiteContext } from './types'

/** Larger print, high contrast, the other language: the same page at another address, so that no script is needed. */
export const Switches = ({ ctx }: { ctx: SiteContext }) => {
  const inMode = (mode: Mode): string => makeHref({ lang: ctx.lang, mode })(ctx.path)
  const other = ctx.lang === 'zh' ? 'en' : 'zh'
  const elder = ctx.mode === 'elder'
  const contrast = ctx.mode === 'contrast'
  return (
    <ul className="switches" aria-label={t(ctx.lang, 'common.mode.label')}>
      <li>
        <a className="switch-first" href={inMode(elder ? 'plain' : 'elder')}>
          {t(ctx.lang, elder ? 'common.mode.leaveElder' : 'common.mode.elder')}
        </a>
      </li>
      <li className="plain-only">
        <a className={contrast ? 'switch-first' : undefined} href={inMode(contrast ? 'plain' : 'contrast')}>
          {t(ctx.lang, contrast ? 'common.mode.leaveContrast' : 'common.mode.contrast')}
        </a>
      </li>
      <li className="plain-only">
        <a href={makeHref({ lang: other, mode: ctx.mode })(ctx.path)} lang={other === 'zh' ? 'zh-CN' : 'en'} hrefLang={other === 'zh' ? 'zh-CN' : 'en'}>
          {t(ctx.lang, `common.language.${other}`)}
        </a>
      </li>
    </ul>
  )
}
