'use client'

import { useMemo, useState } from 'react'
import { diffForms } from '../../../domain/forms/diff'
import { numberOf, questionAt } from '../../../domain/forms/edit'
import { countChanges } from '../../../domain/registers/newRegister'
import type { RegisterDef } from '../../../domain/registers/types'
import { say as sayWords } from '../../../domain/words'
import type { RegisterEditorView } from '../../../services/registers/studio'
import { FieldPlace } from '../forms/FieldPlace'
import { FormFieldsEditor } from '../forms/FormFieldsEditor'
import { placeAt, plainWords, type Issue } from '../forms/at'
import { Issues, useDraft, VersionBar } from '../kit'
import { useSay, useStudio } from '../words'
import { People } from './People'
import { Rules } from './Rules'

type Props = { view: RegisterEditorView; can: { edit: boolean; publish: boolean; entries: boolean } }

const PARTS: Record<string, 'name' | 'intro' | 'title' | 'review' | 'viewers' | 'types'> = { '/name': 'name', '/intro': 'intro', '/titleQuestion': 'title', '/review': 'review', '/viewers': 'viewers', '/matterTypes': 'types' }

/** An issue with its place in words instead of a pointer. */
const usePlaced = (def: RegisterDef): ((issue: Issue) => Issue) => {
  const say = useSay('registers')
  const forms = useSay('studioForms')
  const { lang } = useStudio()
  return (issue) => {
    const plain = plainWords(issue)
    const text = [plain ? forms(`fields.${plain}`) : issue.what, ...(issue.why ? [issue.why] : [])].join(' ')
    const place = placeAt(issue.path, def.pages)
    const part = Object.entries(PARTS).find(([path]) => issue.path.startsWith(path))?.[1]
    if (!place) return { ...issue, text: part ? `${say(`studio.${part}`)}: ${text}` : text }
    if (place.at === undefined) return { ...issue, text: forms('at.page', { number: place.page + 1, text }) }
    const here = { page: place.page, at: place.at }
    return { ...issue, text: forms('at.question', { number: numberOf(def.pages, here), label: sayWords(questionAt(def.pages, here)?.label, lang) || forms('fields.untitled'), text }) }
  }
}

const HeadPart = ({ def, entries, canSee }: { def: RegisterDef; entries: number; canSee: boolean }) => {
  const say = useSay('registers')
  const { lang } = useStudio()
  return (
    <div className="page-head">
      <div>
        <h1>{sayWords(def.name, lang)}</h1>
        <p>{say('studio.lead')}</p>
        <p>{say('desk.entries', { n: entries })}{canSee ? <> · <a href={`/desk/registers/${encodeURIComponent(def.code)}`}>{say('studio.use')}</a></> : null}</p>
      </div>
    </div>
  )
}

const Editor = ({ view: { draft, roles, types, posts, entries }, can }: Props) => {
  const [state, acts] = useDraft<RegisterDef>(draft)
  const [go, setGo] = useState<{ path: string }>()
  const { definition, view, issues } = state
  const before = view.current?.definition
  const changes = useMemo(() => (before ? diffForms(before, definition) : []), [before, definition])
  const taken = useMemo(() => (before?.pages ?? []).flatMap(({ questions }) => questions.map(({ key }) => key)), [before])
  const placed = usePlaced(definition)
  const wrong = (path: string): string | undefined => issues.map(placed).find((issue) => issue.path.startsWith(path) && issue.severity === 'error')?.text
  return (
    <>
      <HeadPart def={definition} entries={entries} canSee={can.entries && view.current !== undefined} />
      <VersionBar state={state} acts={acts} changes={countChanges(before, definition)} canEdit={can.edit} canPublish={can.publish} />
      <Rules def={definition} posts={posts} types={types} canEdit={can.edit} wrong={wrong} onChange={acts.change} />
      <People def={definition} roles={roles} canEdit={can.edit} onChange={acts.change} />
      <FormFieldsEditor value={definition} onChange={acts.change} issues={issues} canEdit={can.edit} changes={changes} taken={taken} go={go} />
      <Issues issues={issues.map(placed)} onGo={(path) => setGo({ path })} />
    </>
  )
}

/** The editor of a register: what it is, who sees and edits it, its fields beside a sheet to try them on, and the checks. */
export const RegisterEditor = (props: Props) => <FieldPlace place="register"><Editor {...props} /></FieldPlace>
