import type { PayloadRequest } from 'payload'
import type { Lang } from '../domain/words'

/** The language a request is answered in: Chinese, unless it asks for English. */
export const langOf = (req: Pick<PayloadRequest, 'i18n'>): Lang => (req.i18n?.language === 'en' ? 'en' : 'zh')
