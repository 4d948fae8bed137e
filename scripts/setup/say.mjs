/** Prints a line with a prefix that sets it apart from the output of npm and apt-get. */
export const say = (line) => console.log(`set-up: ${line}`)
