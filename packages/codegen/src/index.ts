// AsyncAPI in, files out: the contract as data, and typed code from it.

export { type BundleResult, bundleContract } from "./bundle/bundle-contract.ts";
export type {
  Catalogue,
  CatalogueChannel,
  CatalogueDeprecation,
  CatalogueEvent,
  CatalogueFlow,
  CatalogueNode,
  CatalogueParameter,
  CataloguePart,
  CataloguePlace,
  CatalogueSample,
  CatalogueSchema,
  TypeWord,
} from "./catalogue/catalogue.ts";
export {
  type CreateCatalogueOptions,
  type CreateCatalogueResult,
  createCatalogue,
} from "./catalogue/create-catalogue.ts";
export type { ChannelFilter } from "./channel-filter.ts";
export { type CheckResult, check } from "./check.ts";
export { type Diagnostic, type Severity, sortDiagnostics } from "./diagnostic.ts";
export type {
  Axis,
  Bump,
  Change,
  ChangePlace,
  ContractDiff,
  DeployOrder,
} from "./diff/change.ts";
export {
  type DiffOptions,
  diffContracts,
  largestBump,
} from "./diff/diff-contracts.ts";
export type { Rule as DiffRule } from "./diff/rule.ts";
export { rules as diffRules } from "./diff/rules.ts";
export { createEditorSchema, editorSchemaFile } from "./export/create-editor-schema.ts";
export type { ExportFormat } from "./export/emit-json-schemas.ts";
export {
  type ExportContractOptions,
  type ExportContractResult,
  exportContract,
  jsonSchemaFiles,
} from "./export/export-contract.ts";
export { type GenerateOptions, type GenerateResult, generate } from "./generate.ts";
export type { DescribedError } from "./json-schema/describe-errors.ts";
export { judgeValues } from "./judge-values.ts";
// for tool authors
export { readText } from "./load/load-document.ts";
export {
  type LoadContractOptions,
  type LoadContractResult,
  loadContract,
} from "./load-contract.ts";
export { createMemory, type Memory } from "./memory/memory.ts";
export type {
  ChannelModel,
  ContractModel,
  EnvelopeModel,
  ExampleModel,
  JsonSchema,
  JsonSchemaObject,
  MessageModel,
  OperationModel,
  Origin,
  ParameterModel,
  SchemaModel,
  SunsetModel,
  WordsModel,
} from "./model/contract-model.ts";
export type { Only, Output, WorkspaceOutput } from "./output-folders.ts";
export { compareFiles, type FilePlace } from "./write/compare-files.ts";
export { type GeneratedFile, generatedHtmlLine } from "./write/generated-file.ts";
export { type WriteResult, writeFiles } from "./write/write-files.ts";
