/** Extensions of source files, by CodeQL's names where it has one: https://codeql.github.com/docs/codeql-overview/supported-languages-and-frameworks/ */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  "c-cpp": ["c", "cc", "cpp", "cxx", "c++", "h", "hh", "hpp", "hxx", "h++", "inl"],
  csharp: ["cs", "cshtml", "csx", "razor", "xaml"],
  go: ["go"],
  "java-kotlin": ["java", "kt", "kts"],
  "javascript-typescript": ["js", "jsx", "mjs", "cjs", "es", "es6", "vue", "ts", "tsx", "mts", "cts"],
  php: ["php", "php5", "phtml"],
  python: ["py", "pyi", "pyw"],
  ruby: ["rb", "erb", "gemspec"],
  rust: ["rs"],
  shell: ["sh", "bash", "bats", "ksh", "zsh"],
  swift: ["swift"],
};

const LANGUAGES: ReadonlyMap<string, string> = new Map(
  Object.entries(EXTENSIONS).flatMap(([language, extensions]) => extensions.map((extension) => [extension, language] as const)),
);

const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const ACTION = /(?:^|\/)action\.ya?ml$/;

/** The language that a path is a source file of, by its name alone. */
export function languageOf(path: string): string | undefined {
  if (WORKFLOW.test(path) || ACTION.test(path)) return "actions";
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot < 0 ? undefined : LANGUAGES.get(name.slice(dot + 1).toLowerCase());
}
