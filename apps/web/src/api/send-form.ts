// Sends a form and tells how far it has come, which fetch cannot.
import { noticeExpiry } from "../session/notice-expiry.ts";
import { noAnswer, refusalOf } from "./api-error.ts";

export interface SendFormOptions {
  readonly token: string;
  readonly form: FormData;
  /** From 0 to 1, as the bytes leave. */
  readonly onProgress: (progress: number) => void;
}

/** @throws {ApiError} when the answer is a refusal, or there is none */
export function sendForm<Body>(
  url: URL,
  { token, form, onProgress }: SendFormOptions,
): Promise<Body> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.responseType = "json";
    request.setRequestHeader("Authorization", `Token ${token}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(noAnswer());
    request.onabort = () => reject(noAnswer());
    request.onload = () => {
      const { status, response } = request;
      noticeExpiry(token, status);
      if (status >= 200 && status < 300) resolve(response);
      else reject(refusalOf(status, response));
    };
    request.send(form);
  });
}
