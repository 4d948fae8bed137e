import { expect, test } from 'vitest'
import { rowsIn } from '../../../../domain/surface/catalog/rows'

test.each([
  ['is the label capitalised', 'bild', ['bild.de', 'Bild']],
  ['is the label as it is written, with capitals', 'DeviantArt', ['deviantart.de', 'DeviantArt']],
  ['has a space for each underscore', 'Rolling_Stone', ['rollingstone.de', 'Rolling Stone']],
  ['keeps accents that the label has not', 'La_Nación', ['lanacion.de', 'La Nación']],
  ['is what follows the label', 'nytimes New York Times', ['nytimes.de', 'New York Times']],
  ['keeps small letters that follow the label', 'taz taz', ['taz.de', 'taz']],
])('the name of a site %s', (_rule, line, row) => {
  expect(rowsIn(`\n.de\n${line}\n`)).toEqual([row])
})

test('an ending holds for the lines up to the next one', () => {
  expect(rowsIn('.com\na\nb\n.co.uk\na\n').map(([site]) => site)).toEqual(['a.com', 'b.com', 'a.co.uk'])
})
