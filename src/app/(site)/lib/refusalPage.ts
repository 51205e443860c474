import { wait } from '@/components/site/duration'
import type { DomainError } from '@/domain/errors'
import type { Lang } from '@/domain/words'
import { t, tMaybe } from '@/i18n'
import { env } from '@/lib/env'

export type Refusal = {
  lang: Lang
  error: DomainError
  /** Short reference that the log knows, of failures nobody expected. */
  reference?: string
  office?: { name: string; phone?: { text: string; dial: string } }
  /** The page the form stood on, as a path of this site. */
  back?: string
  home: string
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '')

// Complete in itself: it stands where a page could not be made.
const STYLE = [
  'body{margin:0;border-top:4px solid #9E2B25;background:#FAF8F5;color:#1C1B1A;font:18px/1.75 "PingFang SC","Noto Sans SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}',
  'main{max-width:36em;margin:0 auto;padding:40px 16px 64px}h1{font:700 1.75rem/1.4 "Songti SC","Noto Serif SC","Noto Serif CJK SC",serif}',
  'a{color:inherit;text-decoration:underline #9E2B25;text-underline-offset:.28em}.row{display:flex;flex-wrap:wrap;gap:12px;margin:32px 0}',
  '.button{padding:10px 24px;border:1px solid #857C72;border-radius:6px;background:#fff;font-weight:600;text-decoration:none}.muted{color:#5F5A54}',
].join('')

const link = (href: string, text: string, button = false): string => `<a${button ? ' class="button"' : ''} href="${escape(href)}">${escape(text)}</a>`

type Part = 'title' | 'text' | 'todo'

const wordsOf = ({ lang, error }: Pick<Refusal, 'lang' | 'error'>) => {
  const known = tMaybe(lang, `site.errorPage.${error.code}.title`) !== undefined
  const { retryAfter } = error.detail
  return (part: Part): string => {
    if (part === 'todo' && typeof retryAfter === 'number') return t(lang, 'site.errorPage.retry', { time: wait(lang, retryAfter) })
    return tMaybe(lang, `site.errorPage.${known ? error.code : 'internal'}.${part}`) ?? ''
  }
}

/** What happened, what to do, whom to call and the way back, as a whole page: the answer to a form that no page can show. */
export const refusalPage = (refusal: Refusal): string => {
  const { lang, office, back, home, reference } = refusal
  const say = wordsOf(refusal)
  const paragraphs = [say('text'), say('todo')].filter(Boolean).map((text) => `<p>${escape(text)}</p>`)
  const phone = office?.phone ? `<p>${escape(t(lang, 'site.errorPage.phone'))} ${link(`tel:${office.phone.dial}`, office.phone.text)}</p>` : ''
  const ways = [...(back ? [link(back, t(lang, 'common.action.back'), true)] : []), link(home, t(lang, 'site.errorPage.home'), true)]
  const note = reference ? `<p class="muted">${escape(t(lang, 'site.errorPage.reference', { reference }))}</p>` : ''
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escape([say('title'), office?.name].filter(Boolean).join(' · '))}</title><style>${STYLE}</style>`
  return `<!doctype html><html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head>${head}</head><body><main><h1>${escape(say('title'))}</h1>${paragraphs.join('')}${phone}<div class="row">${ways.join('')}</div>${note}</main></body></html>`
}

/** The page a form was sent from, when it is one of this site. */
export const cameFrom = (request: Request): string | undefined => {
  const referer = request.headers.get('referer')
  if (!referer || !URL.canParse(referer)) return undefined
  const { origin, host, pathname, search } = new URL(referer)
  const { PUBLIC_URL } = env()
  const own = PUBLIC_URL ? origin === PUBLIC_URL : host === request.headers.get('host')
  // Two slashes at the front would lead to another host.
  return own ? `/${(pathname + search).replace(/^[/\\]+/, '')}` : undefined
}

/** Whether whoever asks reads pages; a program is answered in plain words. */
export const readsPages = (request: Request): boolean => (request.headers.get('accept') ?? '').includes('text/html')
