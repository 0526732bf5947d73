import { expect, it } from "vitest";
import { collectExamples } from "./examples.ts";

it("are files whose first line names a frontend", () => {
  const lines = [
    { path: "a.yml", line: 1, text: "# syntax=acme/frontend:1" },
    { path: "b.yml", line: 1, text: "#syntax = ghcr.io/acme/frontend@sha256:0a " },
    { path: "c.yml", line: 2, text: "# syntax=acme/frontend:1" },
    { path: "d.yml", line: 1, text: "# syntax=" },
    { path: "e.yml", line: 1, text: "# syntax=\u001b[31m" },
  ];
  expect(collectExamples(lines)).toEqual({
    status: "observed",
    value: {
      count: 2,
      files: [
        { path: "a.yml", frontend: "acme/frontend:1" },
        { path: "b.yml", frontend: "ghcr.io/acme/frontend@sha256:0a" },
      ],
    },
  });
});

it("are counted all, and 50 shown", () => {
  const lines = Array.from({ length: 60 }, (_, index) => ({ path: `${index}.yml`, line: 1, text: "# syntax=x" }));
  expect(collectExamples(lines)).toMatchObject({ value: { count: 60, files: { length: 50 } } });
});
