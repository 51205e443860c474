'use client'

import type { InputVM, PhotoVM } from '../../types'
import { FieldGroup } from '../../ui/Field'
import { PhotoTray } from '../../ui/PhotoTray'
import { useWords } from '../../words'

type PhotosProps = { input: InputVM; value: PhotoVM[]; fault?: string; matter: string; onChange: (value: PhotoVM[]) => void }

export const PhotosInput = ({ input, value, fault, matter, onChange }: PhotosProps) => {
  const say = useWords()
  const least = input.minCount ?? (input.required ? 1 : 0)
  const need = least > 0 ? say('photos.atLeast', { n: least, have: value.length }) : say('photos.upTo', { n: input.maxCount ?? 6, have: value.length })
  return (
    <FieldGroup legend={input.label} need={need} fault={fault} hint={input.help ?? say('photos.cleaned')} full={input.required}>
      <PhotoTray value={value} most={input.maxCount ?? 6} matter={matter} onChange={onChange} />
    </FieldGroup>
  )
}
