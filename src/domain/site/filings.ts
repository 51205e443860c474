/** What a public site of an office has to name in its foot, and how the numbers are written (rules on website filing; checks of government sites). */
export const FILING_KINDS = ['icp', 'police', 'siteCode'] as const
export type FilingKind = (typeof FILING_KINDS)[number]

/** Both filing numbers begin with the short name of a province. */
const SHAPES: Record<FilingKind, RegExp> = {
  icp: /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川蜀宁琼]ICP备\d{6,12}号(-\d{1,4})?$/u,
  police: /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川蜀宁琼]公网安备\d{14}号$/u,
  siteCode: /^\d{10}$/,
}

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ－]/gu

/** A filing number as it is kept, whatever came along when it was pasted: full-width signs made plain, blanks gone, "icp" in capitals. */
export const tidyFiling = (text: string): string =>
  text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[—–]/gu, '-').replace(/\s+/gu, '').replace(/icp/i, 'ICP')

/** Whether a number has the form of its kind. Nothing at all is no fault: a site that is not open yet has none. */
export const isFiling = (kind: FilingKind, text: string): boolean => text === '' || SHAPES[kind].test(text)

/** Where the filing number of the site links to, by the rules on website filing. */
export const ICP_SITE = 'https://beian.miit.gov.cn/'

/** The page of the police about this very number; their front page where it has no 14 digits. */
export const policeSite = (number: string): string => {
  const [digits] = /\d{14}/.exec(number) ?? []
  return digits ? `https://beian.mps.gov.cn/#/query/webSearch?code=${digits}` : 'https://beian.mps.gov.cn/'
}

/** A mail address one may write to: nothing in it could name a second reader or a header. */
export const isMail = (text: string): boolean => text.length <= 120 && /^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text)
