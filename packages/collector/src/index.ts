export { type CollectRequest, collect } from "./collect.ts";
