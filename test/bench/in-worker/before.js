/* Prepended to the worker's own code in the measured copy: reports on a channel what the worker does. */
const benchChannel = new BroadcastChannel('bench')
const benchReport = benchChannel.postMessage.bind(benchChannel)
const benchStores = new WeakMap()

for (const method of ['put', 'add', 'delete', 'clear']) {
  const original = IDBObjectStore.prototype[method]
  IDBObjectStore.prototype[method] = function write(...input) {
    const { transaction } = this
    const stores = benchStores.get(transaction) ?? []
    if (!benchStores.has(transaction)) {
      benchStores.set(transaction, stores)
      transaction.addEventListener('complete', () =>
        benchReport({ type: 'saved', stores, at: performance.now() }),
      )
    }
    stores.push(this.name)
    return original.apply(this, input)
  }
}

const benchSet = chrome.storage.local.set
chrome.storage.local.set = (items, ...rest) => {
  benchReport({ type: 'set', keys: Object.keys(items) })
  return benchSet.call(chrome.storage.local, items, ...rest)
}

const benchMessage = () => benchReport({ type: 'message' })
for (const [area, method] of [
  [chrome.runtime, 'sendMessage'],
  [chrome.tabs, 'sendMessage'],
  [chrome.runtime, 'connect'],
]) {
  const original = area[method]
  area[method] = (...input) => {
    benchMessage()
    return original.apply(area, input)
  }
}
chrome.runtime.onMessage.addListener(benchMessage)
chrome.runtime.onConnect.addListener(benchMessage)
