import { partWords, questionSummary, type FormSpeech } from '@/domain/forms/changeWords'
import { diffForms, type Compared, type FormChange } from '@/domain/forms/diff'
import type { Place } from '@/domain/forms/edit'
import { say as wordsIn } from '@/domain/words'
import { t } from '@/i18n'
import { formWordsOf } from '@/services/registers/words'
import { saying, sides, type Told, type Teller } from './told'

const at = ({ page, at: place }: Place) => ({ page: page + 1, at: place + 1 })

/** What differs between two versions of a form, question by question. */
export const formTold = (before: Compared, after: Compared, teller: Teller): Told[] => {
  const { lang } = teller
  const say = saying(teller)
  const speech: FormSpeech = { say: (key, params) => t(lang, `studioForms.${key}`, params), lang, words: formWordsOf(lang) }
  const parts = partWords(speech)
  const one = (change: FormChange): Told => {
    switch (change.what) {
      case 'name': return sides(say('name'), [wordsIn(change.before, lang), wordsIn(change.after, lang)], teller)
      case 'pageRenamed': return sides(say('pageName', { page: change.page + 1 }), [wordsIn(change.before, lang), wordsIn(change.after, lang)], teller)
      case 'pageAdded': return { label: say('pageAdded', { page: change.page + 1, name: wordsIn(change.title, lang) }) }
      case 'pageRemoved': return { label: say('pageRemoved', { page: change.page + 1, name: wordsIn(change.title, lang) }) }
      case 'added': return { label: say('questionAdded', { ...at(change.place), name: wordsIn(change.question.label, lang) }), after: questionSummary(change.question, after.pages, speech) }
      case 'removed': return { label: say('questionRemoved', { ...at(change.place), name: wordsIn(change.question.label, lang) }) }
      case 'moved': return sides(say('questionMoved', { name: wordsIn(change.question.label, lang) }), [say('place', at(change.before)), say('place', at(change.after))], teller)
      case 'changed': {
        const words = parts[change.part]
        return sides(say('question', { ...at(change.place), name: wordsIn(change.after.label, lang), part: say(`part.${change.part}`) }), [words(change.before, change.after, before.pages), words(change.after, change.before, after.pages)], teller)
      }
    }
  }
  return diffForms(before, after).map(one)
}
