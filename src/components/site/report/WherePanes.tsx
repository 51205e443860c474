import { t } from '../../../i18n'
import { SubmitButton } from '../../ui/Button'
import { Choice, Choices } from '../../ui/Choice'
import { errorOf } from '../../ui/ErrorSummary'
import { FieldError, fieldId, TextField } from '../../ui/Field'
import { Icon } from '../../ui/Icon'
import type { SiteContext, WhereView } from '../types'

type PaneProps = { ctx: SiteContext; view: WhereView }

/** An address in the reporter's words, and the places of the list that it may mean. */
export const AddressPane = ({ ctx: { lang }, view }: PaneProps) => {
  const { hits } = view
  return (
    <div className="way-pane way-address stack">
      <TextField
        name="address"
        label={t(lang, 'site.where.addressLabel')}
        error={errorOf(view.form.errors, 'address')}
        value={view.address}
        maxLength={200}
        autoComplete="street-address"
        button={
          <SubmitButton name="do" value="find" icon="search">
            {t(lang, 'common.action.find')}
          </SubmitButton>
        }
      />
      {hits && hits.length > 0 && (
        <Choices name="hit" legend={view.total === undefined ? t(lang, 'site.where.hits', { count: hits.length }) : t(lang, 'resident.nearest', { total: view.total, count: hits.length })} hint={view.total === undefined ? undefined : t(lang, 'site.where.more')} error={errorOf(view.form.errors, 'hit')}>
          {hits.map(({ code, name, within }) => (
            <Choice key={code} name="hit" value={code} label={name} hint={within.join(' › ')} checked={view.hit === code} />
          ))}
          <Choice name="hit" value="~none" label={t(lang, 'resident.noneOfThese')} hint={t(lang, 'resident.noneOfTheseHint')} checked={view.hit === '~none'} />
        </Choices>
      )}
      {hits?.length === 0 && <p role="status">{t(lang, 'site.where.noHits')}</p>}
    </div>
  )
}

/** Walking down the tree: each unit is a button, so that what was typed elsewhere in the form comes along. */
export const TreePane = ({ ctx: { lang }, view }: PaneProps) => {
  const { walked, children } = view
  const above = walked.at(-2)
  const here = walked.at(-1)
  return (
    <div className="way-pane way-tree stack" id={fieldId('unit')} tabIndex={-1}>
      <p className="label">{t(lang, 'site.where.treeLabel')}</p>
      <FieldError name="unit" error={errorOf(view.form.errors, 'unit')} />
      {here && (
        <>
          <input type="hidden" name="unit" value={here.code} />
          <p className="strong" role="status">
            {t(lang, 'site.where.treeSoFar', { path: walked.map(({ name }) => name).join(' › ') })}
          </p>
          <p className="small muted">{t(lang, children.length > 0 ? 'site.where.treeEnough' : 'site.where.treeEnd')}</p>
          <SubmitButton tone="text" name="do" value={`at:${above?.code ?? ''}`} icon="back">
            {above ? t(lang, 'site.where.treeUp', { name: above.name }) : t(lang, 'site.where.treeTop')}
          </SubmitButton>
        </>
      )}
      {children.length > 0 && view.levelName && <p className="label">{t(lang, 'site.where.treeLevel', { level: view.levelName })}</p>}
      <ul className="walk">
        {children.map(({ code, name, hint }) => (
          <li key={code}>
            <button type="submit" name="do" value={`at:${code}`}>
              <span>
                {name}
                {hint && <span className="hint small">{hint}</span>}
              </span>
              <Icon name="arrow" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The number that stands below a door code, for those who cannot scan. */
export const CodePane = ({ ctx: { lang }, view }: PaneProps) => (
  <div className="way-pane way-code stack">
    <TextField
      name="plate"
      code
      label={t(lang, 'site.where.codeLabel')}
      hint={t(lang, 'site.where.codeHint')}
      error={errorOf(view.form.errors, 'plate')}
      value={view.plate}
      maxLength={40}
      button={
        <SubmitButton name="do" value="find">
          {t(lang, 'common.action.find')}
        </SubmitButton>
      }
    />
  </div>
)
