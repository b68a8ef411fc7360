/** What the server says was added since the member's last answer, and the rest. */
import type { AuthorizationBean } from "../KcContext";

const isAdded = ({ added }: { readonly added: boolean }) => added;

export const newKinds = ({ types }: AuthorizationBean) => types.filter(isAdded);
export const newTopics = ({ categories }: AuthorizationBean) => categories.filter(isAdded);

/** The page as it would be without what is new. */
export const withoutNews = (bean: AuthorizationBean): AuthorizationBean => ({
  ...bean,
  types: bean.types.filter((kind) => !isAdded(kind)),
  categories: bean.categories.filter((topic) => !isAdded(topic)),
});
