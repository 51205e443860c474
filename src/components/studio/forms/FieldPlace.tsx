'use client'

import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { StudioProvider, useStudio } from '../words'
import { wordsOf, type Place } from './placeWords'

const PlaceContext = createContext<Place>('form')

/** Where fields are edited: a form that residents fill in, or a register that staff write. */
export const useFieldPlace = (): Place => useContext(PlaceContext)

/** The fields editor in the words of its place: what has words of its own there says those. */
export const FieldPlace = ({ place, children }: { place: Place; children: ReactNode }) => {
  const settings = useStudio()
  const own = useMemo(() => ({ ...settings, words: wordsOf(place, settings.words) }), [settings, place])
  return <PlaceContext value={place}><StudioProvider settings={own}>{children}</StudioProvider></PlaceContext>
}
