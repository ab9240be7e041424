// Types that generated schemas rely on, in the form in which they are generated.
import * as z from "zod/mini";
import type { Assert, Equal, Schema } from "../index.ts";
import {
  type ComponentSchema,
  catchall,
  dateTime,
  integer,
  minCharacters,
  pattern,
  uniqueItems,
} from "./index.ts";

export interface Offer {
  readonly id: number;
  readonly tags: readonly string[];
  readonly pair: readonly [string, number | null];
  readonly title?: string | undefined;
  readonly created_at: string;
}

const offer = z.object({
  id: z.number().check(integer(), z.gte(1)),
  tags: uniqueItems(z.array(z.string().check(minCharacters(1)))),
  pair: z.tuple([z.string(), z.nullable(z.number())]),
  title: z.optional(z.string().check(pattern("^a"))),
  created_at: z.string().check(dateTime()),
});
export const offerSchema: ComponentSchema<Offer> = offer satisfies Assert<
  Equal<z.infer<typeof offer>, Offer>
>;

export interface OfferCreated {
  readonly action: "created";
  readonly offer: Offer;
  readonly others?: readonly Offer[] | undefined;
}
const offerCreated = z.strictObject({
  action: z.literal("created"),
  offer: offerSchema,
  others: z.optional(z.array(offerSchema)),
});
export const offerCreatedSchema: Schema<OfferCreated> = offerCreated satisfies Assert<
  Equal<z.infer<typeof offerCreated>, OfferCreated>
>;

export interface Node {
  readonly name: string;
  readonly children?: readonly Node[] | undefined;
}
const node = z.object({
  name: z.string(),
  get children() {
    return z.optional(z.array(nodeSchema));
  },
});
export const nodeSchema: ComponentSchema<Node> = node satisfies Assert<
  Equal<z.infer<typeof node>, Node>
>;

export interface Labels {
  readonly id: number;
  readonly note?: string | undefined;
  readonly [key: string]: boolean | number | string | undefined;
}
const labels = catchall(z.object({ id: z.number(), note: z.optional(z.string()) }), z.boolean());
export const labelsSchema: Schema<Labels> = labels satisfies Assert<
  Equal<z.infer<typeof labels>, Labels>
>;

interface Wide {
  readonly id: number;
  readonly extra?: string | undefined;
}
const narrow = z.object({ id: z.number() });
// @ts-expect-error no proof, nothing that satisfies it
export const wideSchema: Schema<Wide> = narrow satisfies Assert<
  // @ts-expect-error a field more is another type, although assignable
  Equal<z.infer<typeof narrow>, Wide>
>;

interface Other {
  readonly id: string;
}
// @ts-expect-error not the schema of this type
export const otherSchema: Schema<Other> = narrow;
