export type CalloutProps = { heading?: string | null; tone?: 'info' | 'warn' | 'emergency' | null; text: string }

export const Callout = ({ heading, tone, text }: CalloutProps) => (
  <aside className={`block block-callout tone-${tone ?? 'info'}`} {...(heading ? { 'aria-label': heading } : {})}>
    {heading ? <h2>{heading}</h2> : null}
    <p>{text}</p>
  </aside>
)
