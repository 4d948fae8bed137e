/** One plain line of set-up's own, told apart from what npm and apt-get print. */
export const say = (line) => console.log(`set-up: ${line}`)
