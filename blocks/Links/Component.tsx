import { safeHref } from '@/domain/href'

export type LinksProps = { heading?: string | null; items?: { id?: string | null; label: string; href: string; note?: string | null }[] | null; href?: (path: string) => string }

export const Links = ({ heading, items, href = (path) => path }: LinksProps) => (
  <section className="block block-links">
    {heading ? <h2>{heading}</h2> : null}
    <ul>
      {(items ?? []).filter((item) => safeHref(item.href)).map((item) => (
        <li key={item.id ?? item.href}>
          <a href={item.href.startsWith('/') ? href(item.href) : item.href}>{item.label}</a>
          {item.note ? <p>{item.note}</p> : null}
        </li>
      ))}
    </ul>
  </section>
)
