type Item = { id?: string | null; post?: string | { id: string } | null; text?: string | null }

export type PeopleProps = { heading?: string | null; items?: Item[] | null; /** The name of a post, by its id, in the page's language. */ postName: (id: string) => string }

const idOf = (post: Item['post']): string => (typeof post === 'string' ? post : (post?.id ?? ''))

/** What each post does for residents. A post that was closed since has no name any more, and is left out. */
export const People = ({ heading, items, postName }: PeopleProps) => (
  <section className="block block-people">
    {heading ? <h2>{heading}</h2> : null}
    <ul>
      {(items ?? []).filter(({ post }) => postName(idOf(post))).map(({ id, post, text }) => (
        <li key={id ?? idOf(post)}>
          <h3>{postName(idOf(post))}</h3>
          {text ? <p>{text}</p> : null}
        </li>
      ))}
    </ul>
  </section>
)
