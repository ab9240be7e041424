// One change of the database together with the image that it stores or lets go.
import { type AppendEvents, createCommit } from "../db/create-commit.ts";
import type { Database } from "../db/database.ts";
import type { AppDependencies } from "../http/app-env.ts";

export interface Change<Answer> {
  readonly answer: Answer;
  /** Name of an image that nothing shows any more. */
  readonly obsoleteImage?: string | null | undefined;
}

/** @param stored name of the image that was stored for this change */
export type CommitWithImage = <Answer>(
  stored: string | undefined,
  change: (tx: Database, append: AppendEvents) => Promise<Change<Answer>>,
) => Promise<Answer>;

/** A change that fails takes its stored image with it; one that succeeds, the image that it made obsolete. */
export function createCommitWithImage(deps: AppDependencies): CommitWithImage {
  const { images, log } = deps;
  const commit = createCommit(deps);
  const forget = async (image: string | null | undefined) => {
    if (!image) return;
    await images.remove(image).catch((error) => log.warn("image not removed", { image, error }));
  };
  return async (stored, change) => {
    const { answer, obsoleteImage } = await commit(change).catch(async (error) => {
      await forget(stored);
      throw error;
    });
    await forget(obsoleteImage);
    return answer;
  };
}
