/** Foreign text for a message: its first line, without control characters and credentials, at most 200 characters. */
export function oneLine(text: string): string {
  const line = text.trim().split(/[\r\n]/u, 1)[0] ?? "";
  const plain = line.replace(/[\p{Cc}\p{Cf}\u2028\u2029\ufffd]/gu, "?").replace(/:\/\/[^/\s@]*@/gu, "://");
  return plain.length > 200 ? `${plain.slice(0, 200).toWellFormed()}…` : plain.toWellFormed();
}
