// The node that an alias stands for.
import { type Alias, type Document, isAlias, type Node, visit } from "yaml";

const targetsByDocument = new WeakMap<Document.Parsed, ReadonlyMap<Alias, Node | undefined>>();

/**
 * What `alias.resolve(document)` answers, which walks through the whole document for each alias.
 *
 * @returns `undefined` where no anchor of its name stands before it
 */
export function aliasTarget(document: Document.Parsed, alias: Alias): Node | undefined {
  const targets = targetsByDocument.get(document) ?? findTargets(document);
  targetsByDocument.set(document, targets);
  return targets.get(alias);
}

/** An anchor may be given again: each alias stands for the last one before it. */
function findTargets(document: Document.Parsed): ReadonlyMap<Alias, Node | undefined> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node | undefined>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) targets.set(node, anchors.get(node.source));
      else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}
