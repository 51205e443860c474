/** What a feed says, whatever its form. Times are epoch milliseconds; addresses are whole. */
export type FeedEntry = { id: string; url: string; title: string; text: string; publishedAt: number; updatedAt: number; column?: string; author?: string }
export type Feed = { id: string; title: string; description: string; home: string; self: string; lang: 'zh' | 'en'; updatedAt: number; entries: readonly FeedEntry[] }

export const FEED_TYPES = { rss: 'application/rss+xml; charset=utf-8', atom: 'application/atom+xml; charset=utf-8', json: 'application/feed+json; charset=utf-8', ics: 'text/calendar; charset=utf-8' } as const
export type FeedKind = keyof typeof FEED_TYPES

/** Signs that XML 1.0 has no way to write, not even by number. */
const isUnwritable = (sign: string): boolean => {
  const code = sign.codePointAt(0) ?? 0
  return (code < 0x20 && code !== 0x9 && code !== 0xa && code !== 0xd) || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Text as it may stand between tags and in attributes of XML. */
export const xml = (text: string): string => Array.from(text, (sign) => (isUnwritable(sign) ? '' : (ENTITIES[sign] ?? sign))).join('')

const tag = (name: string, text: string): string => `<${name}>${xml(text)}</${name}>`

const tagIf = (name: string, text: string | undefined): string => (text ? tag(name, text) : '')

/** RFC 822 dates, as RSS wants them. */
const rssDate = (at: number): string => new Date(at).toUTCString()
const isoDate = (at: number): string => new Date(at).toISOString()

const LANG = { zh: 'zh-CN', en: 'en' } as const

const rssItem = ({ id, url, title, text, publishedAt, column, author }: FeedEntry): string =>
  `<item>${tag('title', title)}${tag('link', url)}<guid isPermaLink="false">${xml(id)}</guid>${tag('pubDate', rssDate(publishedAt))}${tagIf('category', column)}${tagIf('dc:creator', author)}${tag('description', text)}</item>`

/** RSS 2.0. */
export const rss = ({ title, description, home, self, lang, updatedAt, entries }: Feed): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${tag('title', title)}${tag('link', home)}${tag('description', description || title)}${tag('language', LANG[lang])}${tag('lastBuildDate', rssDate(updatedAt))}<atom:link href="${xml(self)}" rel="self" type="application/rss+xml"/>${entries.map(rssItem).join('')}</channel></rss>\n`

const atomEntry = ({ id, url, title, text, publishedAt, updatedAt, column, author }: FeedEntry): string =>
  `<entry>${tag('id', id)}${tag('title', title)}<link rel="alternate" type="text/html" href="${xml(url)}"/>${tag('published', isoDate(publishedAt))}${tag('updated', isoDate(updatedAt))}${author ? `<author>${tag('name', author)}</author>` : ''}${column ? `<category term="${xml(column)}"/>` : ''}<content type="text">${xml(text)}</content></entry>`

/** Atom (RFC 4287). */
export const atom = ({ id, title, description, home, self, lang, updatedAt, entries }: Feed): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${LANG[lang]}">${tag('id', id)}${tag('title', title)}${tagIf('subtitle', description)}${tag('updated', isoDate(updatedAt))}<author>${tag('name', title)}</author><link rel="self" type="application/atom+xml" href="${xml(self)}"/><link rel="alternate" type="text/html" href="${xml(home)}"/>${entries.map(atomEntry).join('')}</feed>\n`

/** JSON Feed 1.1. */
export const jsonFeed = ({ title, description, home, self, lang, entries }: Feed): string =>
  `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1', title, description: description || undefined, home_page_url: home, feed_url: self, language: LANG[lang],
    items: entries.map(({ id, url, title: name, text, publishedAt, updatedAt, column, author }) => ({
      id, url, title: name, content_text: text, date_published: isoDate(publishedAt), date_modified: isoDate(updatedAt), tags: column ? [column] : undefined, authors: author ? [{ name: author }] : undefined,
    })),
  })}\n`
