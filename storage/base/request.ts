/** What requests of IndexedDB answer. An error leaves it to whoever awaits the answer whether the transaction goes on. */

const fail = <Answer>(request: IDBRequest<Answer>, reject: (error: unknown) => void): void =>
  request.addEventListener('error', (event) => {
    event.preventDefault()
    event.stopPropagation()
    reject(request.error)
  })

export const answered = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    fail(request, reject)
  })

/** The answers of requests that were all made: an error while making them leaves no answer that nobody awaits. */
export const answers = <Answer>(requests: readonly IDBRequest<Answer>[]): Promise<Answer[]> =>
  Promise.all(requests.map((request) => answered(request)))

/** Requests on one store are answered in order, so the last answer is awaited; rejects with the first error. */
export const allAnswered = <Answer>(requests: readonly IDBRequest<Answer>[]): Promise<void> =>
  new Promise((resolve, reject) => {
    for (const request of requests) fail(request, reject)
    const last = requests.at(-1)
    if (last) last.addEventListener('success', () => resolve())
    else resolve()
  })

/** Goes through rows or keys one by one until `take` returns false. */
export const walked = <Cursor extends IDBCursor>(
  request: IDBRequest<Cursor | null>,
  take: (cursor: Cursor) => boolean | void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    fail(request, reject)
    request.addEventListener('success', () => {
      const cursor = request.result
      try {
        if (cursor === null || take(cursor) === false) resolve()
        else cursor.continue()
      } catch (error) {
        reject(error)
      }
    })
  })
