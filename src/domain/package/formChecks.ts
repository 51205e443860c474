import type { Problem } from './problem'
import { questionsAsked, questionsOf } from './references'
import type { StructurePackage } from './schema'

/** A question may depend only on questions that stand before it in the same form. */
export const formProblems = (pkg: StructurePackage): Problem[] =>
  pkg.forms.flatMap((form, i) => {
    const questions = questionsOf(form, `/forms/${i}`)
    return questions.flatMap(({ path, question }, at) => {
      const earlier = new Set(questions.slice(0, at).map((other) => other.question.key))
      const asked = question.showIf ? questionsAsked(question.showIf, `${path}/showIf`) : []
      const twice: Problem[] = earlier.has(question.key)
        ? [{ path: `${path}/key`, code: 'duplicate', params: { value: question.key } }]
        : []
      return [
        ...twice,
        ...asked.filter(({ key }) => !earlier.has(key))
          .map((row): Problem => ({ path: row.path, code: 'askedLater', params: { value: row.key } })),
      ]
    })
  })
