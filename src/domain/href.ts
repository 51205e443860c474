/** Addresses a link may have: a path of our own, https, http or a telephone number. Never `javascript:` or `//host`. */
export const safeHref = (value: string): boolean => /^(\/(?!\/|\\)|https?:\/\/[^\s]+$|tel:[+0-9-]{3,20}$)/.test(value) && !/[\s<>"]/.test(value)
