// The official parser at work before the rest is loaded.

export { type Validator, withValidator } from "./validate/create-validator.ts";
