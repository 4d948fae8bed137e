import { beforeEach, describe, expect, test, vi } from 'vitest'
import { deleteDownloads, saveDownload } from '../../platform/downloads'

interface Item {
  id: number
  state: 'in_progress' | 'complete' | 'interrupted'
  filename: string
  exists: boolean
  error?: string
}

const { items, listeners, downloads } = vi.hoisted(() => {
  const all: Item[] = []
  const heard = new Set<(change: { id: number }) => void>()
  return {
    items: all,
    listeners: heard,
    downloads: {
      download: vi.fn(async (_options: object) => all.length),
      search: vi.fn(async ({ id }: { id?: number }) =>
        all.filter((item) => id === undefined || item.id === id),
      ),
      removeFile: vi.fn(async (_id: number) => undefined),
      erase: vi.fn(async (_query: object) => undefined),
      onChanged: {
        addListener: (listener: (change: { id: number }) => void) => heard.add(listener),
        removeListener: (listener: (change: { id: number }) => void) => heard.delete(listener),
      },
    },
  }
})
vi.mock('wxt/browser', () => ({ browser: { downloads } }))

const itemOf = (changes: Partial<Item>): Item => ({
  id: 1,
  state: 'complete',
  filename: '/home/a/Downloads/Zeitwert/zeitwert-2026-11-30-1a2b3c4d.json',
  exists: true,
  ...changes,
})

const changes = (item: Item, change: Partial<Item>) => {
  Object.assign(item, change)
  for (const listener of listeners) listener({ id: item.id })
}

beforeEach(() => {
  items.length = 0
  listeners.clear()
  vi.clearAllMocks()
})

describe('a download', () => {
  test.each(['https://a.example/', 'http://a.example/', 'data:,x', ''])('is refused from %s', async (url) => {
    await expect(saveDownload(url, 'a.json')).rejects.toThrow('of our own')
    expect(downloads.download).not.toHaveBeenCalled()
  })

  test('goes to its folder without asking, and ends when the file is whole', async () => {
    items.push(itemOf({ state: 'in_progress' }))
    let isDone = false
    const saving = saveDownload('blob:x', 'a.json').then(() => (isDone = true))
    await vi.waitFor(() => expect(listeners.size).toBe(1))
    expect(downloads.download).toHaveBeenCalledWith({
      url: 'blob:x',
      filename: 'Zeitwert/a.json',
      conflictAction: 'overwrite',
      saveAs: false,
    })
    expect(isDone).toBe(false)
    changes(items[0]!, { state: 'complete' })
    await saving
    expect(listeners.size).toBe(0)
  })

  test('that is broken off, as by a full disk, is an error', async () => {
    items.push(itemOf({ state: 'interrupted', error: 'FILE_NO_SPACE' }))
    await expect(saveDownload('blob:x', 'a.json')).rejects.toThrow('error_download')
  })
})

describe('downloads that newer ones replace', () => {
  const at = (id: number, name: string, more: Partial<Item> = {}) =>
    itemOf({ id, filename: `C:\\Zeitwert\\${name}`, ...more })
  const allBut = (kept: string) => (names: readonly string[]) => names.filter((name) => name !== kept)

  test('are deleted with their files; those that the person deleted do not count', async () => {
    items.push(
      at(1, 'zeitwert-a.json'),
      at(2, 'zeitwert-b.json', { exists: false }),
      at(3, 'zeitwert-c.json'),
    )
    items.push(at(4, 'zeitwert-d.json', { state: 'in_progress' }))
    const replaced = vi.fn(allBut('zeitwert-c.json'))
    await deleteDownloads(replaced)
    expect(replaced).toHaveBeenCalledWith(['zeitwert-a.json', 'zeitwert-c.json'])
    expect(downloads.removeFile.mock.calls).toEqual([[1]])
    expect(downloads.erase.mock.calls).toEqual([[{ id: 1 }]])
  })

  test('are forgotten if the file is gone already', async () => {
    const item = at(1, 'zeitwert-a.json')
    items.push(item)
    downloads.removeFile.mockImplementationOnce(async () => {
      item.exists = false
      throw new Error('File already deleted.')
    })
    await deleteDownloads(allBut(''))
    expect(downloads.erase).toHaveBeenCalledWith({ id: 1 })
  })

  test('are an error if the file is still there', async () => {
    items.push(at(1, 'zeitwert-a.json'))
    downloads.removeFile.mockRejectedValueOnce(new Error('not allowed'))
    await expect(deleteDownloads(allBut(''))).rejects.toThrow('not allowed')
  })
})

test('a download that does not end is given up', async () => {
  vi.useFakeTimers()
  items.push(itemOf({ state: 'in_progress' }))
  const saving = expect(saveDownload('blob:x', 'a.json')).rejects.toThrow('error_download')
  await vi.advanceTimersByTimeAsync(5 * 60_000)
  await saving
  vi.useRealTimers()
})
