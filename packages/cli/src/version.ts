/** Put in place by the build, from package.json. */
declare const ASSURE_VERSION: string;

/** The version of the package. */
export const VERSION = ASSURE_VERSION;
