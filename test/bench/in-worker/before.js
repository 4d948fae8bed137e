/* Put before the worker's own code in a copy that is measured; tells on a channel what the worker does. */
const benchChannel = new BroadcastChannel('bench')
const benchTell = benchChannel.postMessage.bind(benchChannel)
const benchStores = new WeakMap()

for (const method of ['put', 'add', 'delete', 'clear']) {
  const original = IDBObjectStore.prototype[method]
  IDBObjectStore.prototype[method] = function write(...input) {
    const { transaction } = this
    const stores = benchStores.get(transaction) ?? []
    if (!benchStores.has(transaction)) {
      benchStores.set(transaction, stores)
      transaction.addEventListener('complete', () =>
        benchTell({ told: 'saved', stores, at: performance.now() }),
      )
    }
    stores.push(this.name)
    return original.apply(this, input)
  }
}

const benchMessage = () => benchTell({ told: 'message' })
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
