/** The letters a to z. */
export const LOWERCASE = "abcdefghijklmnopqrstuvwxyz";
