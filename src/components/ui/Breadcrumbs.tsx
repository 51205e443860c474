export type BreadcrumbsProps = { label: string; crumbs: { text: string; href?: string }[] }

/** Where the page stands. The last crumb is the page itself. */
export const Breadcrumbs = ({ label, crumbs }: BreadcrumbsProps) => (
  <nav className="crumbs" aria-label={label}>
    <ol>
      {crumbs.map(({ text, href }) => (
        <li key={`${text} ${href ?? ''}`}>{href ? <a href={href}>{text}</a> : <span aria-current="page">{text}</span>}</li>
      ))}
    </ol>
  </nav>
)
