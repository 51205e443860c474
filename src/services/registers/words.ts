import { FIXED_COLUMNS, type SheetWords } from '@/domain/registers/sheet'
import type { FormWords } from '@/domain/forms/words'
import type { Lang } from '@/domain/words'
import { t } from '@/i18n'
import en from '@/i18n/en/form.json'
import zh from '@/i18n/zh/form.json'

const FORM_WORDS: Record<Lang, FormWords> = { zh, en }

export const formWordsOf = (lang: Lang): FormWords => FORM_WORDS[lang]

/** The head words of a file's fixed columns. */
export const headWordsOf = (lang: Lang): SheetWords => Object.fromEntries(FIXED_COLUMNS.map((name) => [name, t(lang, `registers.column.${name}`)])) as SheetWords
