/** Lets Node run the sources directly, although their imports omit the file extension. */
import { registerHooks } from 'node:module'

const ENDINGS = ['.ts', '.tsx']

registerHooks({
  resolve: (specifier, context, next) => {
    try {
      return next(specifier, context)
    } catch (error) {
      if (!specifier.startsWith('.')) throw error
      for (const ending of ENDINGS) {
        try {
          return next(specifier + ending, context)
        } catch {
          // try the next extension; if all fail, throw the first error
        }
      }
      throw error
    }
  },
})
