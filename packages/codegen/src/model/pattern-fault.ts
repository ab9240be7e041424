// What a parameter's pattern may not hold.
import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";

/**
 * Why a pattern cannot be asked of a piece of a channel name, with the way out; `undefined` where it can.
 *
 * What is left is regular in the strict sense, so whether two addresses can give one name is decidable; and anchors
 * stand around the whole, so that none of the alternatives escapes them.
 */
export function findPatternFault(pattern: string): string | undefined {
  const subject = `"pattern" "${pattern}"`;
  let tree: AST.Pattern;
  try {
    tree = new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: true });
  } catch {
    return `${subject} is not a regular expression in Unicode mode; mend it`;
  }
  const faults: string[] = [];
  visitRegExpAST(tree, {
    onAssertionEnter: (node) => {
      const fault = judgeAssertion(node, tree);
      if (fault !== undefined) faults.push(fault);
    },
    onCapturingGroupEnter: ({ raw }) => {
      faults.push(`captures "${raw}", which nothing reads; write "(?:" for "("`);
    },
    onBackreferenceEnter: ({ raw }) => {
      faults.push(`refers back by "${raw}"; write the alternatives out`);
    },
  });
  return faults[0] && `${subject} ${faults[0]}`;
}

function judgeAssertion(node: AST.Assertion, tree: AST.Pattern): string | undefined {
  if (node.kind !== "start" && node.kind !== "end") {
    return `looks around by "${node.raw}"; write what is allowed instead`;
  }
  const [only, ...more] = tree.alternatives;
  const edge = node.kind === "start" ? only?.elements[0] : only?.elements.at(-1);
  if (more.length === 0 && edge === node) return undefined;
  return `has "${node.raw}" inside; anchor the whole, as in "^(?:a|b)$"`;
}
