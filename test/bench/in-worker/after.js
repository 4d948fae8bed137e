/* Appended to the worker's own code: every listener is in place now. */
benchReport({ type: 'ready', at: performance.now() })
