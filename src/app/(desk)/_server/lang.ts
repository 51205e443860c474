import { parseCookies } from 'payload'
import type { Lang } from '@/domain/words'

export const LANG_COOKIE = 'desk-lang'

/** The language of the workbench: the one chosen there, else Chinese. */
export const langOf = (headers: Headers): Lang => (parseCookies(headers).get(LANG_COOKIE) === 'en' ? 'en' : 'zh')
