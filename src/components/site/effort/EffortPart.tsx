import { words } from '../../../i18n'
import type { FormView, SiteContext } from '../types'
import { Effort } from './Effort.client'

/** The little task of a door in much use, where its form has one. */
export const EffortPart = ({ ctx: { lang }, form: { effort } }: { ctx: Pick<SiteContext, 'lang'>; form: FormView }) =>
  effort ? <Effort lang={lang} view={effort} words={words(lang, 'resident.effort')} /> : null
