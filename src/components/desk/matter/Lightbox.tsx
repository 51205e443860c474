'use client'

import { useState, type KeyboardEvent } from 'react'
import type { ApiError, AttachmentVM } from '../types'
import { FaultBanner } from '../ui/Banner'
import { Dialog } from '../ui/Dialog'
import { Choices, FieldGroup } from '../ui/Field'
import { Icon } from '../ui/icons'
import { When } from '../ui/marks'
import { useWords } from '../words'
import { useBench } from './context'

type BoxProps = { files: AttachmentVM[]; index: number; onIndex: (index: number) => void; onClose: () => void }

/** A picture in full, arrows to the next one, and the switch of who sees it. */
export const Lightbox = ({ files, index, onIndex, onClose }: BoxProps) => {
  const say = useWords()
  const file = files[index]
  if (!file) return null
  const move = (step: number) => onIndex((index + step + files.length) % files.length)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return
    if (event.key === 'ArrowRight') move(1)
    if (event.key === 'ArrowLeft') move(-1)
  }
  return (
    <Dialog wide title={say('files.nth', { n: index + 1, all: files.length })} onClose={onClose} onKeyDown={onKeyDown}>
      <div className="lightbox">
        <img src={file.url} alt={file.alt} />
        <p className="row">
          <span>{file.alt} · {file.by} · <When at={file.at} /></span>
          {files.length > 1 ? (
            <span className="row push">
              <button className="btn only-icon" type="button" aria-label={say('files.previous')} onClick={() => move(-1)}><Icon name="left" /></button>
              <button className="btn only-icon" type="button" aria-label={say('files.next')} onClick={() => move(1)}><Icon name="right" /></button>
            </span>
          ) : null}
        </p>
        {file.coverHref ? <p><a className="btn small" href={file.coverHref}><Icon name="hide" />{say('cover.open')}</a>{file.covered ? <small className="muted"> {say('cover.done')}</small> : null}</p> : null}
        {file.mayBe && file.mayBe.length > 1 ? <Visibility key={file.id} file={file} options={file.mayBe} /> : null}
      </div>
    </Dialog>
  )
}

const Visibility = ({ file, options }: { file: AttachmentVM; options: AttachmentVM['visibility'][] }) => {
  const say = useWords()
  const { act } = useBench()
  const [error, setError] = useState<ApiError>()
  const [pending, setPending] = useState<string>()
  const change = async (visibility: string) => {
    setError(undefined)
    setPending(visibility)
    const answer = await act('attachmentVisibility', { attachment: file.id, visibility }, say('files.changed'))
    setPending(undefined)
    if (!answer.ok) setError(answer.error)
  }
  return (
    <FieldGroup legend={say('files.whoSees')} need="" hint={say('files.publicHint')}>
      <Choices name={`visibility-${file.id}`} value={pending ?? file.visibility} options={options.map((code) => ({ code, label: say(`files.visible.${code}`) }))} onChange={(code) => void change(code)} />
      {error ? <FaultBanner error={error} /> : null}
    </FieldGroup>
  )
}
