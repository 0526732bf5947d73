export { type CollectRequest, collect } from "./collect.ts";
export { type ReadingOptions, type Readings, readRepository } from "./readings.ts";
