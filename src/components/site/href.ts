import type { Lang } from '../../domain/words'

/** How a page is shown: plain, 长者版 (larger and simpler), high contrast, or on a touch terminal that many people use. */
export const MODES = ['plain', 'elder', 'contrast', 'kiosk'] as const
export type Mode = (typeof MODES)[number]

export type Variant = { lang: Lang; mode: Mode }

/** Builds the address of a page in one language and mode. Takes a path such as "/track?code=1". */
export type Href = (path: string) => string

/** Path segments before the page's own path: none for plain Chinese, else "/en", "/elder", "/en/elder"… */
export const prefixOf = ({ lang, mode }: Variant): string => (lang === 'en' ? '/en' : '') + (mode === 'plain' ? '' : `/${mode}`)

/** Addresses inside the site get the prefix; fragments, telephone numbers, files of the API and other sites stay as they are. */
export const makeHref = (variant: Variant): Href => {
  const prefix = prefixOf(variant)
  return (path) => {
    if (!path.startsWith('/') || path.startsWith('//') || path.startsWith('/api/')) return path
    if (prefix && (path === '/' || path.startsWith('/?') || path.startsWith('/#'))) return prefix + path.slice(1)
    return prefix + path
  }
}

/** Splits an address into its variant and the page's own path. The reverse of `makeHref`. */
export const splitPath = (pathname: string): Variant & { path: string } => {
  const [lang, afterLang] = takeSegment(pathname, ['en'])
  const [mode, path] = takeSegment(afterLang, ['elder', 'contrast', 'kiosk'])
  return { lang: lang ?? 'zh', mode: mode ?? 'plain', path }
}

const takeSegment = <S extends string>(path: string, names: readonly S[]): [S | undefined, string] => {
  const name = names.find((each) => path === `/${each}` || path.startsWith(`/${each}/`) || path.startsWith(`/${each}?`))
  if (!name) return [undefined, path]
  const rest = path.slice(name.length + 1)
  return [name, rest.startsWith('/') ? rest : `/${rest}`]
}
