/** Small pictures that open the large ones. */
export const PhotoRow = ({ photos }: { photos: { id: string; thumb: string; full?: string; alt: string }[] }) =>
  photos.length === 0 ? null : (
    <ul className="photos">
      {photos.map(({ id, thumb, full, alt }) => {
        const picture = <img src={thumb} alt={alt} width="96" height="96" loading="lazy" />
        return <li key={id}>{full ? <a href={full}>{picture}</a> : picture}</li>
      })}
    </ul>
  )
