import type { FormWords } from '../../domain/forms/words'
import type { Lang } from '../../domain/words'
import en from '../../i18n/en/form.json'
import zh from '../../i18n/zh/form.json'

const WORDS: Record<Lang, FormWords> = { zh, en }

/** The words forms are shown with. For the server: a client component is given them as a prop. */
export const formWords = (lang: Lang): FormWords => WORDS[lang]
