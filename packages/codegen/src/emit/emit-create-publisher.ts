// The publisher of a contract with deprecated events: it may publish them too.
import { type Doc, hardLine, indent, typeSymbol, valueSymbol } from "../printer/doc.ts";
import { docComment } from "../printer/doc-comment.ts";
import { block, call, typeArguments } from "../printer/expression.ts";
import { stringLiteral } from "../printer/literal.ts";
import { printModule } from "../printer/module.ts";
import type { EmitContext, EmittedFile } from "./emit-context.ts";
import { relativeModule, runtime } from "./modules.ts";

const file = "create-publisher";
const other = relativeModule(file, "create-with-deprecated");

export function emitCreatePublisher({ header }: EmitContext): EmittedFile {
  const body = [printOptions(), printFunction()];
  const declares = ["PublisherOptions", "createPublisher"];
  return { path: `${file}.ts`, text: printModule({ header, body, declares }) };
}

function printOptions(): Doc {
  const text =
    "Options of a publisher. `onTwinError`, `onDeprecated` and `now` are those of `createWithDeprecated`.";
  const base = typeSymbol("PublisherOptions", runtime.publish);
  const others = typeSymbol("WithDeprecatedOptions", runtime.publish);
  const comment = docComment(
    {
      text: "Publishes deprecated events too, behind those that replaced them, until their sunset. Leave it out where events come from an outbox that holds them already.",
      tags: [["@default", "false"]],
    },
    2,
  );
  const type = typeSymbol("PublishDeprecated", other);
  const member: Doc = [
    comment ?? "",
    hardLine,
    ["readonly publishDeprecated?: ", type, " | undefined;"],
  ];
  return [
    [
      docComment({ text }) ?? "",
      hardLine,
      "export interface PublisherOptions",
      indent([hardLine, "extends "]),
    ],
    ["Omit", typeArguments([base, stringLiteral("withDeprecated")]), ","],
    [indent(indent([hardLine, others])), " ", block([member], "")],
  ];
}

function printFunction(): Doc {
  const text = "Creates a publisher that sends through a client of `pusher`.";
  const create = valueSymbol("createWithDeprecated", other);
  const made = call(valueSymbol("createPublisher", runtime.publish), [
    "pusher",
    "{ ...options, withDeprecated }",
  ]);
  const parameters = [
    hardLine,
    ["pusher: ", typeSymbol("PusherServer", runtime.publish), ","],
    hardLine,
    "{ publishDeprecated = false, ...options }: PublisherOptions = {},",
  ];
  const lines = [
    hardLine,
    ["const withDeprecated = ", call(create, ["publishDeprecated", "options"]), ";"],
    hardLine,
    ["return ", made, ";"],
  ];
  return [
    [docComment({ text }) ?? "", hardLine, "export function createPublisher("],
    [indent(parameters), hardLine, "): ", typeSymbol("Publisher", runtime.publish), " {"],
    [indent(lines), hardLine, "}"],
  ];
}
