export { type CollectRequest, collect } from "./collect.ts";
export { type GitRepository, openRepository } from "./git/repository.ts";
