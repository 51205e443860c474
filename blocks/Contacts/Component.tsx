import { BlockSection } from '@/components/site/blocks/BlockSection'
import type { BlockProps } from '@/components/site/blocks/types'
import { Phone } from '@/components/ui/Phone'
import { t } from '@/i18n'

export const Contacts = ({ block: { heading }, data, ctx, id }: BlockProps<'contacts'>) => (
  <BlockSection id={id} heading={heading || t(ctx.lang, 'blocks.name.contacts')}>
    <ul className="list contacts">
      {data.rows.map(({ key, name, phone, note }) => (
        <li className="entry entry-three" key={key}>
          <div>
            <p className="strong phrase">{name}</p>
            {note ? <p className="small muted">{note}</p> : null}
          </div>
          <p>
            <Phone phone={phone} own />
          </p>
          <p className="small muted">{phone.hours}</p>
        </li>
      ))}
    </ul>
  </BlockSection>
)
