/** What was asked for is wrong; the message says what would be right. */
export class Misuse extends Error {}
