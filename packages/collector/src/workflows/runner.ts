import type { RunnerSystem } from "../shell/shell.ts";
import type { Matrix } from "./matrix.ts";
import { entry, isExpression } from "./node.ts";
import type { Mapping, Node } from "./yaml.ts";

/** The operating system of a job's runner, by its labels; labels that name none are taken for Linux. */
export function runnerSystem(job: Mapping, matrix: Matrix | undefined): RunnerSystem {
  const labels = labelsOf(entry(job, "runs-on")?.value);
  const systems = labels.flatMap((label) => systemsOf(label, matrix));
  if (systems.includes("unknown")) return "unknown";
  if (!systems.includes("windows")) return "posix";
  // On Windows and elsewhere, by the matrix: no one shell.
  return labels.some(isExpression) && systems.includes("posix") ? "unknown" : "windows";
}

function labelsOf(node: Node | undefined): readonly string[] {
  if (node === undefined) return [];
  if (node.kind === "scalar") return [node.text];
  if (node.kind === "sequence") return node.items.flatMap((item) => labelsOf(item));
  return labelsOf(entry(node, "labels")?.value);
}

function systemsOf(label: string, matrix: Matrix | undefined): readonly RunnerSystem[] {
  if (!isExpression(label)) return [/windows/i.test(label) ? "windows" : "posix"];
  const axis = /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(label.trim())?.[1];
  const values = axis !== undefined && matrix !== undefined && Object.hasOwn(matrix, axis) ? matrix[axis] : undefined;
  return values?.map((value) => (/windows/i.test(value) ? "windows" : "posix")) ?? ["unknown"];
}
