import type { Control, RenderQuestion } from '../../domain/forms/render'
import { fill, type FormWords } from '../../domain/forms/words'
import { bound, type Bind } from './bind'

/** Units a place can be in, and photos already stored, as the page knows them. */
export type Supply = {
  words: FormWords
  bind?: Bind
  units?: readonly { code: string; name: string }[]
  /** Address of a stored photo's small picture. */
  photoSrc?: Readonly<Record<string, string>>
}

type ControlProps = { question: RenderQuestion; supply: Supply }

const PHOTO_TYPES = 'image/jpeg,image/png,image/webp'

const attributes = ({ id, describedBy, error, required }: RenderQuestion) => ({
  id,
  className: 'q-input',
  'aria-describedby': describedBy,
  'aria-invalid': error ? true : undefined,
  'aria-required': required || undefined,
})

const TextInput = ({ question, supply }: ControlProps) => (
  <input {...attributes(question)} {...bound(question.name, supply.bind)} type="text" defaultValue={question.value} inputMode={question.inputMode} autoComplete="off" />
)

const LongText = ({ question, supply }: ControlProps) => (
  <textarea {...attributes(question)} {...bound(question.name, supply.bind)} rows={5} defaultValue={question.value} />
)

const DateInput = ({ question, supply }: ControlProps) => (
  <input {...attributes(question)} {...bound(question.name, supply.bind)} type="date" defaultValue={question.value} min={question.min} max={question.max} />
)

const Options = ({ question, supply }: ControlProps) => (
  <div className="q-options">
    {question.options.map(({ id, value, label, checked }) => (
      <label key={value} className="q-option">
        <input id={id} {...bound(question.name, supply.bind)} type={question.control === 'radios' ? 'radio' : 'checkbox'} value={value} defaultChecked={checked} />
        <span>{label}</span>
      </label>
    ))}
  </div>
)

/** The unit is a second way to say where, never a second duty. A unit that came with the link stays as it is. */
const Place = ({ question, supply: { words, bind, units } }: ControlProps) => {
  const { place } = question
  return (
    <>
      <input {...attributes(question)} {...bound(question.name, bind)} type="text" defaultValue={question.value} autoComplete="off" />
      {place && units && units.length > 0 ? (
        <div className="q-part">
          <label className="q-part-label" htmlFor={place.unitId}>{words.place.unit}</label>
          <select id={place.unitId} className="q-input" {...bound(place.unitName, bind)} defaultValue={place.unit}>
            <option value="">{words.place.chooseUnit}</option>
            {units.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
          </select>
        </div>
      ) : place?.unit ? <input {...bound(place.unitName, bind)} type="hidden" defaultValue={place.unit} /> : null}
    </>
  )
}

/** Photos already stored are kept by a tick, so that one can be taken out without JavaScript. The file input stays outside the live form. */
const Photos = ({ question, supply: { words, bind, photoSrc } }: ControlProps) => {
  const { photos, id } = question
  if (!photos) return null
  return (
    <>
      {photos.ids.length > 0 ? (
        <fieldset className="q-part">
          <legend className="q-part-label">{words.photo.kept}</legend>
          <div className="q-options">
            {photos.ids.map((photo, at) => (
              <label key={photo} className="q-option">
                <input {...bound(photos.idsName, bind)} type="checkbox" value={photo} defaultChecked />
                <span>{fill(words.photo.keep, { number: at + 1 })}</span>
                {photoSrc?.[photo] ? <img className="q-photo" src={photoSrc[photo]} alt="" width="72" height="72" /> : null}
              </label>
            ))}
          </div>
        </fieldset>
      ) : null}
      <label className="q-part-label" htmlFor={id}>{words.photo.add}</label>
      <input {...attributes(question)} className="q-files" name={question.name} type="file" multiple accept={PHOTO_TYPES} />
    </>
  )
}

/** How each kind of question is answered. */
export const CONTROLS: Record<Exclude<Control, 'info'>, (props: ControlProps) => React.ReactNode> = {
  text: TextInput,
  number: TextInput,
  textarea: LongText,
  date: DateInput,
  radios: Options,
  checkboxes: Options,
  place: Place,
  photo: Photos,
}

/** Questions whose answer is more than one input stand in a fieldset, named by its legend. */
export const IN_GROUP: readonly Control[] = ['radios', 'checkboxes', 'photo']
