/** Families only, from what browsers say of themselves: enough to know one's own, too little to tell people apart. The first that fits counts. */
const BROWSERS = [['wechat', /MicroMessenger/i], ['edge', /\bEdg/], ['qq', /QQBrowser/i], ['uc', /UCBrowser|UBrowser/i], ['firefox', /Firefox|FxiOS/], ['chrome', /Chrome|CriOS|Chromium/], ['safari', /Safari/]] as const
const SYSTEMS = [['harmony', /HarmonyOS|OpenHarmony/i], ['android', /Android/i], ['ios', /iPhone|iPad|iPod/], ['windows', /Windows/], ['mac', /Mac OS X|Macintosh/], ['linux', /Linux|X11/]] as const

export type BrowserFamily = (typeof BROWSERS)[number][0] | 'other'
export type SystemFamily = (typeof SYSTEMS)[number][0] | 'other'

/** The family of browser and of system in a User-Agent line; `other` for a program or anything unknown. */
export const deviceOf = (agent: string | null | undefined): { browser: BrowserFamily; system: SystemFamily } => {
  const line = (agent ?? '').slice(0, 500)
  return {
    browser: BROWSERS.find(([, sign]) => sign.test(line))?.[0] ?? 'other',
    system: SYSTEMS.find(([, sign]) => sign.test(line))?.[0] ?? 'other',
  }
}
