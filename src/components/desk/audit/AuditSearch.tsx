import type { ReactNode } from 'react'
import type { Lang } from '../../../domain/words'
import { t } from '../../../i18n'
import type { AuditVM } from '../../../services/desk/view/audit'
import { Icon } from '../ui/icons'
import { Select } from '../ui/Field'

const OUTCOMES = ['done', 'denied', 'failed'] as const

const Part = ({ id, label, children }: { id: string; label: string; children: ReactNode }) => (
  <div className="field"><label htmlFor={id}>{label}</label>{children}</div>
)

/** Conditions of a search in the log; a plain form, so that a search is an address. */
export const AuditSearch = ({ lang, view: { query, groups } }: { lang: Lang; view: AuditVM }) => (
  <form className="panel audit-search" method="get" action="/desk/audit" role="search" aria-label={t(lang, 'audit.search')}>
    <Part id="a-from" label={t(lang, 'audit.from')}><input className="input" id="a-from" type="date" name="from" defaultValue={query.from ?? ''} /></Part>
    <Part id="a-to" label={t(lang, 'audit.to')}><input className="input" id="a-to" type="date" name="to" defaultValue={query.to ?? ''} /></Part>
    <Part id="a-person" label={t(lang, 'audit.person')}><input className="input" id="a-person" name="person" maxLength={100} defaultValue={query.person ?? ''} autoComplete="off" /></Part>
    <Part id="a-group" label={t(lang, 'audit.what')}>
      <Select id="a-group" name="group" defaultValue={query.group ?? ''}><option value="">{t(lang, 'audit.any')}</option>{groups.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}</Select>
    </Part>
    <Part id="a-target" label={t(lang, 'audit.target')}><input className="input" id="a-target" name="target" maxLength={100} defaultValue={query.target ?? ''} autoComplete="off" /></Part>
    <Part id="a-outcome" label={t(lang, 'audit.column.outcome')}>
      <Select id="a-outcome" name="outcome" defaultValue={query.outcome ?? ''}><option value="">{t(lang, 'audit.any')}</option>{OUTCOMES.map((code) => <option key={code} value={code}>{t(lang, `audit.outcome.${code}`)}</option>)}</Select>
    </Part>
    <div className="row audit-go"><button className="btn main" type="submit"><Icon name="search" />{t(lang, 'audit.go')}</button><a className="btn quiet" href="/desk/audit">{t(lang, 'audit.clear')}</a></div>
  </form>
)
