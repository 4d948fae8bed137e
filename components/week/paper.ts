/** A canvas with the few drawing functions that the picture of a statement needs. */

export const WIDTH = 1200
export const HEIGHT = 630
export const MARGIN = 64
export const INNER = WIDTH - 2 * MARGIN

/** The tokens of the light theme: a shared picture does not follow the theme of its owner's screen. */
export const COLOURS = {
  paper: '#fbfaf7',
  ink: '#1b1c1e',
  soft: '#6a6b6e',
  rule: '#e4e1d8',
  gain: '#1f5f5b',
  loss: '#9a3412',
  feed: '#cd7c4d',
  video: '#9b6f20',
  news: '#9b8a66',
  chat: '#6b85b0',
  companion: '#a2526d',
  shopping: '#7f6532',
  games: '#4c704a',
  adult: '#7d324d',
  gambling: '#4b4a1f',
  learning: '#348785',
  work: '#2c4765',
  ai: '#775c89',
  other: '#8e9181',
} as const

export type Colour = keyof typeof COLOURS

/** How words are drawn. */
export interface WordStyle {
  size: number
  colour: Colour
  weight?: number
  /** The width that is there. */
  room?: number
}

/** Words on a few lines, and the size at which they fit. */
export interface Lines {
  lines: string[]
  size: number
}

/** The height of a line, as a multiple of its size. */
export const LEADING = 1.2

export class Paper {
  readonly canvas = document.createElement('canvas')
  readonly #context: CanvasRenderingContext2D

  constructor() {
    this.canvas.width = WIDTH
    this.canvas.height = HEIGHT
    this.#context = this.canvas.getContext('2d') as CanvasRenderingContext2D
    this.#context.fillStyle = COLOURS.paper
    this.#context.fillRect(0, 0, WIDTH, HEIGHT)
  }

  box(colour: Colour, x: number, y: number, width: number, height: number, radius = 0): void {
    this.#context.fillStyle = COLOURS[colour]
    this.#context.beginPath()
    this.#context.roundRect(x, y, width, height, radius)
    this.#context.fill()
  }

  image(source: CanvasImageSource, x: number, y: number, size: number): void {
    this.#context.drawImage(source, x, y, size, size)
  }

  widthOf(words: string, { size, weight = 400 }: Pick<WordStyle, 'size' | 'weight'>): number {
    this.#context.font = `${weight} ${size}px system-ui, sans-serif`
    return this.#context.measureText(words).width
  }

  /** The largest size up to that of the style, and not below `least`, at which the words fit. */
  #fitting(words: string, style: WordStyle, least: number): number {
    const { room = INNER } = style
    let { size } = style
    while (size > least && this.widthOf(words, { ...style, size }) > room) size -= 1
    return size
  }

  /** Whether words fit at a size that can still be read: three quarters of their own. */
  fits(words: string, style: WordStyle): boolean {
    const { size, room = INNER } = style
    return this.widthOf(words, { ...style, size: this.#fitting(words, style, size * 0.75) }) <= room
  }

  #brokenAt(words: string, style: WordStyle): string[] {
    const { room = INNER } = style
    const lines: string[] = []
    let line = ''
    for (const word of words.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && this.widthOf(longer, style) > room) {
        lines.push(line)
        line = word
      } else line = longer
    }
    return [...lines, line]
  }

  /** Breaks a sentence into at most `most` lines, smaller if room is short. No word is lost. */
  broken(words: string, style: WordStyle, most: number): Lines {
    const { room = INNER } = style
    let { size } = style
    let lines = this.#brokenAt(words, style)
    const isTooMuch = () =>
      lines.length > most || lines.some((line) => this.widthOf(line, { ...style, size }) > room)
    while (size > 1 && isTooMuch()) {
      size -= 1
      lines = this.#brokenAt(words, { ...style, size })
    }
    return { lines, size }
  }

  /** Draws words without figures from `x` on, smaller if room is short, then cut off; returns their width. */
  text(words: string, x: number, y: number, style: WordStyle): number {
    return this.#cut(words, x, y, { ...style, size: this.#fitting(words, style, style.size / 2) })
  }

  #cut(words: string, x: number, y: number, style: WordStyle): number {
    const { room = INNER } = style
    let letters = Array.from(words)
    let shown = words
    while (letters.length > 0 && this.widthOf(shown, style) > room) {
      letters = letters.slice(0, -1)
      shown = `${letters.join('').trimEnd()}…`
    }
    const width = this.widthOf(shown, style)
    this.#context.fillStyle = COLOURS[style.colour]
    this.#context.fillText(shown, x, y)
    return width
  }

  /** Draws a figure, as small as it has to be: it is never cut off. Returns its width. */
  figure(figure: string, x: number, y: number, style: WordStyle): number {
    const size = this.#fitting(figure, style, 1)
    return this.#cut(figure, x, y, { ...style, size, room: Infinity })
  }

  /** Draws a name and its figure. If room is short, both get smaller, then the name is cut off. */
  named(name: string, figure: string, x: number, y: number, style: WordStyle): void {
    const { size, room = INNER } = style
    const gap = size / 2
    const px = this.#fitting(`${name} ${figure}`, { ...style, room: room - gap }, size * 0.75)
    const left = room - gap - this.widthOf(figure, { ...style, size: px })
    const width = left <= 0 ? 0 : this.#cut(name, x, y, { ...style, size: px, room: left }) + gap
    this.figure(figure, x + width, y, { ...style, size: px, weight: 600, room: room - width })
  }

  blob(): Promise<Blob> {
    return new Promise((resolve, reject) => {
      this.canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png')
    })
  }
}
