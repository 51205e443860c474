'use client'

import { useEffect, useRef, useState } from 'react'
import { uploadPhoto } from '../api'
import { faultWords } from '../faults'
import { useNarrow } from '../hooks/useNarrow'
import type { PhotoVM } from '../types'
import { useDesk } from '../words'
import { Fault } from './Field'
import { Icon } from './icons'

type TrayProps = { value: PhotoVM[]; most: number; matter?: string; onChange: (value: PhotoVM[]) => void }

/** Pictures, sent one by one as they are chosen; each refusal says its reason and leaves the others. */
export const PhotoTray = ({ value, most, matter, onChange }: TrayProps) => {
  const desk = useDesk()
  const { say } = desk
  const [sending, setSending] = useState(0)
  const [faults, setFaults] = useState<string[]>([])
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  }, [value])
  const add = async (files: File[]) => {
    setFaults(files.length > most - value.length ? [say('photos.tooMany', { n: most })] : [])
    for (const file of files.slice(0, most - value.length)) {
      setSending((count) => count + 1)
      const answer = await uploadPhoto(file, matter)
      setSending((count) => count - 1)
      if (answer.ok) onChange([...latest.current, answer.data.photo])
      else setFaults((old) => [...old, say('photos.refused', { name: file.name, why: faultWords(answer.error, desk).title })])
    }
  }
  return (
    <>
      <div className="photos">
        {value.map((photo, index) => (
          <figure key={photo.id}>
            <img src={photo.url} alt={say('photos.nth', { n: index + 1 })} />
            <button className="btn small" type="button" aria-label={say('photos.removeNth', { n: index + 1 })} onClick={() => onChange(value.filter(({ id }) => id !== photo.id))}><Icon name="x" /></button>
          </figure>
        ))}
        {Array.from({ length: sending }, (_, index) => <span key={index} className="photo-wait bone" />)}
        {value.length + sending < most ? <AddPhoto onFiles={(files) => void add(files)} /> : null}
      </div>
      <span className="hidden" role="status">{sending ? say('photos.sending', { n: sending }) : ''}</span>
      {faults.map((text) => <Fault key={text} text={text} />)}
    </>
  )
}

type AddProps = { onFiles: (files: File[]) => void }

/** Photos from the device; on a phone the camera itself comes first. */
export const AddPhoto = ({ onFiles }: AddProps) => {
  const { say } = useDesk()
  const narrow = useNarrow()
  return (
    <>
      {narrow ? <AddFrom name={say('photos.take')} camera onFiles={onFiles} /> : null}
      <AddFrom name={say('photos.add')} onFiles={onFiles} />
    </>
  )
}

const AddFrom = ({ name, camera, onFiles }: AddProps & { name: string; camera?: boolean }) => (
  <label className="add">
    <Icon name={camera ? 'camera' : 'plus'} />
    {name}
    <input className="hidden" type="file" accept="image/jpeg,image/png,image/webp" capture={camera ? 'environment' : undefined} multiple={!camera} onChange={(event) => {
      onFiles([...(event.target.files ?? [])])
      event.target.value = ''
    }} />
  </label>
)
