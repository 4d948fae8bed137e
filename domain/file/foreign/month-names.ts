/** Reads dates with the name of a month, as phones write them: `November 10, 2023`, `10. November 2023`. */
import { type Day, isDate } from '../../time/local-time'

/** The beginnings of the months by language, enough to tell them apart. `|` stands between spellings of one month. */
const LANGUAGES: readonly string[] = [
  'jan feb mar apr may jun jul aug sep oct nov dec', // English
  'jan|jän feb|feb mär|mrz apr mai jun jul aug sep okt nov dez', // German
  'janv févr|fév mars avr mai juin juil août sept oct nov déc', // French
  'ene feb mar abr may jun jul ago sep oct nov dic', // Spanish
  'gen feb mar apr mag giu lug ago set ott nov dic', // Italian
  'jan fev mar abr mai jun jul ago set out nov dez', // Portuguese
  'jan feb maa|mrt apr mei jun jul aug sep okt nov dec', // Dutch
  'sty lut mar kwi maj cze lip sie wrz paź lis gru', // Polish
  'янв фев мар апр мая|май июн июл авг сен окт ноя дек', // Russian
  'oca şub mar nis may haz tem ağu eyl eki kas ara', // Turkish
  'jan feb mar apr maj jun jul aug sep okt nov dec', // Danish, Swedish
]

const months = LANGUAGES.map((names) => names.split(' ').map((name) => name.split('|')))

/** Every language that knows the name agrees on its month; null if none does. */
function monthIn(word: string): number | null {
  for (const names of months) {
    const at = names.findIndex((spellings) => spellings.some((spelling) => word.startsWith(spelling)))
    if (at >= 0) return at + 1
  }
  return null
}

const two = (value: number): string => String(value).padStart(2, '0')

/** The date that a text names with its month in a word; null if it is none. */
export function namedDay(text: string): Day | null {
  const plain = text.toLowerCase().slice(0, 60)
  const word = plain.match(/\p{L}{3,}/gu)?.find((one) => monthIn(one) !== null)
  const numbers = (plain.match(/\d+/g) ?? []).map(Number)
  const year = numbers.find((one) => one > 1000)
  const day = numbers.find((one) => one >= 1 && one <= 31)
  if (word === undefined || year === undefined || day === undefined || numbers.length !== 2) return null
  const date = `${year}-${two(monthIn(word) ?? 0)}-${two(day)}`
  return isDate(date) ? date : null
}
