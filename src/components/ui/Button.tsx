import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'

/**
 * `main`: the filled red one, at most one a screen. `answer`: one of two equal answers. `plain`: everything else.
 * `text`: a small act beside something, such as removing a photo.
 */
export type ButtonTone = 'main' | 'answer' | 'plain' | 'text'

type Look = { tone?: ButtonTone; icon?: IconName; wide?: boolean; children: ReactNode }

const classOf = ({ tone = 'plain', wide }: Pick<Look, 'tone' | 'wide'>): string =>
  ['button', tone === 'plain' ? '' : `button-${tone}`, wide ? 'button-wide' : ''].filter(Boolean).join(' ')

export type SubmitProps = Look & { name?: string; value?: string; disabledWhy?: string; skipsChecks?: boolean; form?: string }

/** A submit button. A blocked one stays visible, dashed, and says why beside itself. */
export const SubmitButton = ({ name, value, disabledWhy, skipsChecks, form, icon, children, ...look }: SubmitProps) => (
  <>
    <button className={classOf(look)} type="submit" name={name} value={value} form={form} disabled={Boolean(disabledWhy)} formNoValidate={skipsChecks}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
    {disabledWhy && <span className="small muted">{disabledWhy}</span>}
  </>
)

export type LinkButtonProps = Look & { href: string; /** The icon points onward and stands behind the words. */ iconAfter?: boolean }

/** A link that looks like a button. */
export const LinkButton = ({ href, icon, iconAfter, children, ...look }: LinkButtonProps) => (
  <a className={classOf(look)} href={href}>
    {icon && !iconAfter && <Icon name={icon} />}
    {children}
    {icon && iconAfter && <Icon name={icon} />}
  </a>
)
