import type { CatalogueEntry, CatalogueView } from '../../../services/studio/blocks/catalogue'

type Words = CatalogueView['words']

const Frames = ({ entry: { example, frames }, words }: { entry: CatalogueEntry; words: Words }) => (
  <div className="block-frames">
    <figure>
      <figcaption className="small muted">{words.phone}</figcaption>
      <iframe className="block-phone" src={example} title={frames.phone} loading="lazy" />
    </figure>
    <figure className="block-wide">
      <figcaption className="small muted">{words.desktop}</figcaption>
      <div className="block-desktop"><iframe src={example} title={frames.desktop} loading="lazy" /></div>
    </figure>
  </div>
)

const Entry = ({ entry, words, mayCreate }: { entry: CatalogueEntry; words: Words; mayCreate: boolean }) => (
  <section className="panel" id={`block-${entry.type}`} aria-labelledby={`b-${entry.type}`}>
    <div className="panel-head"><h2 id={`b-${entry.type}`}>{entry.name}</h2><p>{entry.about}</p></div>
    <div className="panel-pad stack">
      <Frames entry={entry} words={words} />
      <div>
        <h3>{words.whenEmpty}</h3>
        <p className="small muted">{words.emptyLead}</p>
        <p className="block-empty">{entry.empty}</p>
      </div>
      <p className="row">
        {mayCreate ? <a className="btn" href="/admin/collections/pages/create" title={words.useHint.replace('{name}', entry.name)}>{words.use}<span className="sr"> {entry.name}</span></a> : null}
        <a href={entry.example}>{words.open}<span className="sr"> {entry.name}</span></a>
      </p>
    </div>
  </section>
)

/** Every block that pages are made of: its name, what it is for, an example drawn by the component residents see, and what stands there while it is empty. */
export const CataloguePage = ({ view: { entries, words, mayCreate } }: { view: CatalogueView }) => (
  <>
    <div className="page-head"><div><h1>{words.heading}</h1><p>{words.lead}</p><p className="muted">{words.home}</p></div></div>
    <nav className="block-index" aria-label={words.list}>
      <ul>{entries.map(({ type, name }) => <li key={type}><a href={`#block-${type}`}>{name}</a></li>)}</ul>
    </nav>
    <div className="stack">{entries.map((entry) => <Entry key={entry.type} entry={entry} words={words} mayCreate={mayCreate} />)}</div>
  </>
)
