'use client'

import type { FormPage } from '../../../domain/forms/types'
import type { Words } from '../../../domain/words'
import { Icon, WordsField } from '../kit'
import { useSay } from '../words'

type Props = { pages: readonly FormPage[]; page: number; canEdit: boolean; error?: string; onRename: (title: Words) => void; onMove: (to: number) => void; onRemove: () => void }

/** A page: its heading, its place, its end. */
export const PagePane = ({ pages, page, canEdit, error, onRename, onMove, onRemove }: Props) => {
  const say = useSay('studioForms')
  const current = pages[page]
  if (!current) return null
  const number = page + 1
  return (
    <>
      <h2 id="forms-chosen" tabIndex={-1}>{say('page.heading', { number })}</h2>
      <fieldset className="stack" disabled={!canEdit}>
        <legend className="sr">{say('page.heading', { number })}</legend>
        <WordsField label={say('page.title')} hint={say('page.titleHint')} value={current.title} maxLength={200} required error={error} onChange={onRename} />
        {canEdit ? (
          <>
            <p className="bar">
              <button type="button" className="btn btn-small" disabled={page === 0} onClick={() => onMove(page - 1)}><Icon name="up" />{say('page.earlier')}</button>
              <button type="button" className="btn btn-small" disabled={page === pages.length - 1} onClick={() => onMove(page + 1)}><Icon name="lower" />{say('page.later')}</button>
            </p>
            <button type="button" className="btn btn-small btn-danger" disabled={pages.length < 2} onClick={onRemove}>{say('page.remove')}</button>
            <p className="small muted">{pages.length < 2 ? say('page.only') : say('page.removeHint', { count: current.questions.length })}</p>
          </>
        ) : null}
      </fieldset>
    </>
  )
}
