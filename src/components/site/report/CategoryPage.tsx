import { t } from '../../../i18n'
import { SubmitButton } from '../../ui/Button'
import { Choice, Choices } from '../../ui/Choice'
import { errorOf } from '../../ui/ErrorSummary'
import { TextField } from '../../ui/Field'
import { Fold } from '../../ui/Fold'
import type { CategoryNodeView, CategoryPickerView, SiteContext, StepView } from '../types'
import { StepActions } from './StepActions'
import { StepPage } from './StepPage'

/** Choose a category by a word or from the whole tree: both in one form, so that nothing chosen is lost by searching. */
export const CategoryPage = ({ ctx, step, view }: { ctx: SiteContext; step: StepView; view: CategoryPickerView }) => {
  const { lang } = ctx
  return (
    <StepPage ctx={ctx} step={step} form={view.form}>
      <Choices
        name="category"
        level="h1"
        legend={t(lang, 'site.category.title')}
        hint={t(lang, 'site.category.hint')}
        error={errorOf(view.form.errors, 'category')}
        className="choices-nested"
      >
        <TextField
          name="q"
          type="search"
          label={t(lang, 'site.category.search')}
          value={view.query ?? ''}
          button={
            <SubmitButton name="do" value="find" icon="search">
              {t(lang, 'common.action.find')}
            </SubmitButton>
          }
        />
        {view.hits && <Hits ctx={ctx} view={view} hits={view.hits} />}
        {view.tree.map((node) => (
          <Node key={node.code} ctx={ctx} node={node} selected={view.selected} />
        ))}
        <Choice name="category" value="~unsure" label={t(lang, 'site.describe.unsure')} checked={view.selected === '~unsure'} />
      </Choices>
      <StepActions ctx={ctx} step={step} />
    </StepPage>
  )
}

const Hits = ({ ctx: { lang }, view, hits }: { ctx: SiteContext; view: CategoryPickerView; hits: NonNullable<CategoryPickerView['hits']> }) => {
  const query = view.query ?? ''
  return (
    <>
      <div role="status">
        <h2>{t(lang, hits.length > 0 ? 'site.category.found' : 'site.category.none', { query })}</h2>
        {hits.length === 0 && <p className="hint">{t(lang, 'site.category.noneHint')}</p>}
      </div>
      {hits.map(({ code, name, within }) => (
        <Choice key={code} name="category" value={code} id={`hit-${code}`} label={name} hint={within.join(' › ')} checked={view.selected === code} />
      ))}
      <h2>{t(lang, 'site.category.all')}</h2>
    </>
  )
}

const holds = (node: CategoryNodeView, code: string | undefined): boolean => node.code === code || node.children.some((child) => holds(child, code))

const Node = ({ ctx, node, selected }: { ctx: SiteContext; node: CategoryNodeView; selected?: string }) => {
  if (node.children.length === 0) return <Choice name="category" value={node.code} label={node.name} hint={node.hint} checked={selected === node.code} />
  return (
    <Fold title={node.name} open={holds(node, selected)}>
      <div className="choices">
        {node.hint && <p className="hint">{node.hint}</p>}
        {node.children.map((child) => (
          <Node key={child.code} ctx={ctx} node={child} selected={selected} />
        ))}
        {node.selectable && <Choice name="category" value={node.code} label={t(ctx.lang, 'site.category.whole', { name: node.name })} checked={selected === node.code} />}
      </div>
    </Fold>
  )
}
