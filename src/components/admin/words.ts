import en from '@/i18n/en/admin.json'
import zh from '@/i18n/zh/admin.json'
import { fill, type Params } from '@/i18n/fill'

/** The admin's own words. Small enough to ship whole; Payload's languages are `zh` and `en`. */
export const adminWords = (language: string) => (key: keyof typeof zh, params?: Params): string => fill((language === 'en' ? en : zh)[key], params)
