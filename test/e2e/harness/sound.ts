const RATE = 8000

/** One second of a quiet 400 Hz square wave as a WAV file: mono, 8 bits per sample. */
function wav(): Buffer {
  const header = Buffer.alloc(44)
  header.write('RIFF', 0)
  header.writeUInt32LE(header.length - 8 + RATE, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16) // bytes of this block
  header.writeUInt16LE(1, 20) // PCM
  header.writeUInt16LE(1, 22) // channels
  header.writeUInt32LE(RATE, 24) // samples a second
  header.writeUInt32LE(RATE, 28) // bytes a second
  header.writeUInt16LE(1, 32) // bytes a sample
  header.writeUInt16LE(8, 34) // bits a sample
  header.write('data', 36)
  header.writeUInt32LE(RATE, 40)
  const samples = Uint8Array.from({ length: RATE }, (_, i) => (i % 20 < 10 ? 126 : 130))
  return Buffer.concat([header, samples])
}

/** The body of a page that makes sound as long as it is open. */
export const SOUND = `<audio autoplay loop src="data:audio/wav;base64,${wav().toString('base64')}"></audio>`
