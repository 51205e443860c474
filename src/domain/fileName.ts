/** What no file system takes, what hides in a name (control characters, marks that turn its direction around, nothing at all), and quotes. */
const STRANGE = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\uFFFE\uFFFF]+/gu
/** Names of devices on Windows, whatever stands behind the dot. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i
const MAX = 100

const bare = (name: string): string => name.replace(/^[\s.]+/, '').replace(/(?<![\s.])[\s.]+$/, '')

const cut = (name: string): string => {
  const letters = [...name]
  if (letters.length <= MAX) return name
  const end = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  return letters.slice(0, MAX - end.length).join('') + end
}

/**
 * A name under which any machine keeps a file, shown as it is: no folders, no hidden or turned-around letters, no device, no leading dot.
 * `file` where nothing is left.
 */
export const safeFileName = (given: string): string => {
  const whole = bare(given.slice(0, MAX * 20).toWellFormed().normalize('NFC').replace(STRANGE, '-').replace(/\s+/g, ' '))
  const name = bare(cut(whole))
  return DEVICES.test(name) ? `_${name}` : name.replace(/^-+$/, '') || 'file'
}

/** Letters of a parameter that RFC 5987 wants written as numbers, and `encodeURIComponent` leaves. */
const extended = (text: string): string => encodeURIComponent(text).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** The header by which a file is kept and not shown: `plain` for old programs (ASCII), the name itself as RFC 6266 and RFC 5987 write it. */
export const attachment = ({ name, plain }: { name: string; plain: string }): string =>
  `attachment; filename="${plain.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${extended(safeFileName(name))}`
