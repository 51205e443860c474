export type PeopleProps = { heading?: string | null; items?: { id?: string | null; post?: string | { name?: string | null } | null; text?: string | null }[] | null }

const nameOf = (post: string | { name?: string | null } | null | undefined) => (post && typeof post === 'object' ? (post.name ?? '') : '')

export const People = ({ heading, items }: PeopleProps) => (
  <section className="block block-people">
    {heading ? <h2>{heading}</h2> : null}
    <ul>
      {(items ?? []).map((item) => (
        <li key={item.id ?? nameOf(item.post)}>
          <h3>{nameOf(item.post)}</h3>
          {item.text ? <p>{item.text}</p> : null}
        </li>
      ))}
    </ul>
  </section>
)
