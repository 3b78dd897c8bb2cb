// How long texts may be: limits that pages show and schemas check.

/** Above this a text is refused in words (design §7); below it limits only warn. */
export const longestText = 20_000;

/** Title and note limits that warn and block sign-off, never cut (domain §9.2). */
export const titleLimit = 200;
export const noteLimit = 4_000;
