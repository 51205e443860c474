'use client'

import { nextKey } from '../../../domain/forms/edit'
import { emptyForm, nextFormCode } from '../../../domain/forms/newForm'
import type { FormLine } from '../../../services/studio/forms/view'
import { NewDefinition } from '../kit'
import { useSay } from '../words'

/** A form begun empty, or as a copy of another. */
export const NewFormDialog = ({ forms, onClose }: { forms: readonly FormLine[]; onClose: () => void }) => {
  const say = useSay('studioForms')
  const words = {
    title: say('create.heading'), name: say('create.name'), nameHint: say('create.nameHint'), nameMissing: say('create.nameMissing'), from: say('create.from'), blank: say('create.empty'),
    copy: (name: string) => say('create.copy', { name }), code: say('create.code'), codeHint: say('create.codeHint'), create: say('create.go'),
  }
  return (
    <NewDefinition kind="form" rows={forms} firstCode={nextFormCode(forms.map((form) => form.code))} blank={(of) => emptyForm({ ...of, page: { zh: say('fields.newPage', { number: 1 }) }, question: { zh: '' }, key: nextKey([], forms.flatMap(({ keys }) => keys)) })}
      pathOf={(code) => `/admin/structure/forms/${encodeURIComponent(code)}`} words={words} onClose={onClose} />
  )
}
