'use client'

import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { Reader } from '../../../domain/routing/describe'
import type { RoutingChoices } from '../../../services/studio/routing/choices'
import { useStudio } from '../words'
import { labelled, readerOf } from './labels'

type Labels = ReturnType<typeof labelled>

/** What every slot of the editor needs: what there is to choose, and how it is called. */
export type RoutingWorld = { choices: RoutingChoices; reader: Reader; categories: Labels; units: Labels; /** Where teams, units and people are mended. */ fixes: Record<string, string> }

const World = createContext<RoutingWorld | undefined>(undefined)

export const useRouting = (): RoutingWorld => {
  const world = useContext(World)
  if (!world) throw new Error('useRouting outside RoutingProvider')
  return world
}

const List = ({ id, labels }: { id: string; labels: Labels }) => <datalist id={id}>{labels.filter(({ active }) => active).map(({ code, label }) => <option key={code} value={label} />)}</datalist>

/** Holds the choices, and the two long lists once for all slots that look into them. */
export const RoutingProvider = ({ choices, fixes, children }: { choices: RoutingChoices; fixes: Record<string, string>; children: ReactNode }) => {
  const { lang } = useStudio()
  const world = useMemo(() => ({ choices, fixes, reader: readerOf(choices), categories: labelled(choices.categories, lang), units: labelled(choices.units, lang) }), [choices, fixes, lang])
  return <World value={world}>{children}<List id="routing-category" labels={world.categories} /><List id="routing-unit" labels={world.units} /></World>
}
