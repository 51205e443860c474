'use client'

import { useState } from 'react'
import type { AttachmentVM, InputVM } from '../types'
import { Icon } from '../ui/icons'
import { Tag, When } from '../ui/marks'
import { Panel } from '../ui/Panel'
import { useWords, type Say } from '../words'
import { ActDialog } from './ActDialog'
import { useBench } from './context'
import { Lightbox } from './Lightbox'

/** The pictures of a matter: who sees each is said on it. */
export const Attachments = () => {
  const say = useWords()
  const { matter } = useBench()
  const [open, setOpen] = useState<string>()
  const [adding, setAdding] = useState(false)
  const { attachments } = matter
  const here = attachments.findIndex(({ id }) => id === open)
  const corner = matter.can.attach ? <button className="btn quiet small" type="button" onClick={() => setAdding(true)}><Icon name="plus" />{say('files.add')}</button> : undefined
  return (
    <Panel title={say('files.title')} count={attachments.length || undefined} corner={corner}>
      <div className="inside stack">
        {attachments.length ? (
          <ul className="photos">
            {attachments.map((file) => <li key={file.id}><Thumb file={file} onOpen={() => setOpen(file.id)} /></li>)}
          </ul>
        ) : <p className="muted">{say('files.none')}</p>}
      </div>
      {here >= 0 ? <Lightbox files={attachments} index={here} onIndex={(index) => setOpen(attachments[index]?.id)} onClose={() => setOpen(undefined)} /> : null}
      {adding ? (
        <ActDialog title={say('files.addTitle')} act="attach" inputs={addInputs(say)} doWord={say('files.add')} said={say('files.added')} onClose={() => setAdding(false)} />
      ) : null}
    </Panel>
  )
}

const addInputs = (say: Say): InputVM[] => [
  { key: 'photos', kind: 'photos', role: 'photos', label: say('files.photos'), required: true, minCount: 1, maxCount: 6 },
  {
    key: 'visibility', kind: 'choice', role: 'internal', label: say('files.whoSees'), required: true, preset: 'internal',
    options: (['internal', 'reporter'] as const).map((code) => ({ code, label: say(`files.visible.${code}`) })),
  },
]

const Thumb = ({ file, onOpen }: { file: AttachmentVM; onOpen: () => void }) => {
  const say = useWords()
  if (file.erased) return <figure><span className="erased">{say('files.erased')}</span><figcaption><When at={file.at} ago /> {file.by}</figcaption></figure>
  return (
    <figure>
      <button type="button" className="thumb" onClick={onOpen} aria-label={say('files.open', { name: file.alt })}><img src={file.thumb} alt="" loading="lazy" /></button>
      <figcaption>
        <When at={file.at} ago /> {file.by}{' '}
        {file.visibility === 'internal' ? <Tag icon="lock">{say('files.visible.internal')}</Tag> : <Tag icon="show" tone={file.visibility === 'public' ? 'warn' : undefined}>{say(`files.visible.${file.visibility}`)}</Tag>}
      </figcaption>
    </figure>
  )
}
