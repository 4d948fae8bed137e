/**
 * Backups of Time Tracker before version 4: everything that it stored, by its own names. A day of a site is
 * `20260726www.example.com`; limits and categories have short names in `__timer__LIMIT` and `__timer__CATE`, the category
 * of a site stands in `__timer__SITE_h_www.example.com`. Its options, with passwords and tokens, are not read.
 */

type Fields = Record<string, unknown>

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}

const OWN = '__timer__'
const SITE = `${OWN}SITE_h_`
const DAY = /^(20\d{6})(.+)$/s

/** Whether a parsed file is such a backup; one that holds no day is none. */
export const isOlderBackup = (file: Fields): boolean =>
  Object.keys(file).some((name) => DAY.test(name) && 'focus' in fieldsOf(file[name])) &&
  ('__meta__' in file || Object.keys(file).some((name) => name.startsWith(OWN)))

function limitOf([key, value]: [string, unknown]): Fields {
  const { n, c, t, ct, wt, wct, v, p, wd } = fieldsOf(value)
  // The first versions kept a limit by its only address.
  const cond = c ?? (/^\d+$/.test(key) ? [] : [key])
  return {
    name: n,
    cond,
    time: t,
    count: ct,
    weekly: wt,
    weeklyCount: wct,
    visitTime: v,
    periods: p,
    weekdays: wd,
  }
}

/** Such a backup as version 4 writes it. */
export function newerBackup(file: Fields): Fields {
  const all = Object.entries(file)
  return {
    __stat__: all.flatMap(([name, value]) => {
      const [, date, host] = DAY.exec(name) ?? []
      const { focus, time } = fieldsOf(value)
      return date === undefined ? [] : { host, date, focus, time }
    }),
    __limit__: Object.entries(fieldsOf(file[`${OWN}LIMIT`])).map(limitOf),
    __cate__: Object.entries(fieldsOf(file[`${OWN}CATE`])).map(([id, value]) => ({
      id: Number(id),
      name: fieldsOf(value)['n'],
    })),
    __site__: all.flatMap(([name, value]) =>
      name.startsWith(SITE) ? { host: name.slice(SITE.length), cate: fieldsOf(value)['c'] } : [],
    ),
  }
}
